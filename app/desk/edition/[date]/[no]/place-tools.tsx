'use client';
import { useEffect, useRef, useState } from 'react';
import { extentOf } from '@/components/sheet/geometry';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { titleOf } from '@/lib/article/article';
import { spanUnits } from '@/lib/makeup/grid';
import type { BriefStory } from '@/lib/makeup/sheet';
import { colsOf, type Stop } from '@/lib/makeup/stop';
import styles from './story-panel.module.css';
import type { PageDesk } from './use-page-desk';

interface ToolsProps {
	desk: PageDesk;
	story: BriefStory;
	stops: Stop[] | undefined;
}

/** Where a story stands and how large it is. */
export function PlaceTools({ desk, story, stops }: ToolsProps) {
	const { made, design } = desk.page;
	const { grid, blocks } = made.sheet;
	const block = blocks.find((each) => each.story === story.id);
	const own = design.stories[story.id] ?? {};
	if (!block) return <p className={styles.note}>还没有排上版：先让版面放得下它。</p>;
	const box = extentOf(block);
	const cols = colsOf(box.w, grid);
	const others = made.brief.stories.filter(({ id }) => id !== story.id && blocks.some((each) => each.story === id));
	const divide = (edge: 'right' | 'foot', to: number) => desk.act({ kind: 'divider', story: story.id, edge, to });
	return (
		<fieldset className={styles.group}>
			<legend>位置</legend>
			<div className={styles.pair}>
				<Measure label="高（行）" value={box.h} most={grid.lines - box.y} onChange={(h) => divide('foot', box.y + h)} />
				<Measure
					label="宽（栏）"
					value={cols}
					most={grid.cols}
					onChange={(n) => divide('right', box.x + spanUnits(grid, n))}
				/>
			</div>
			<Stops stops={stops} onChoose={(stop) => desk.act({ kind: 'resize', story: story.id, ...stop })} />
			<Field label="占栏">
				<Select
					value={own.span ?? ''}
					onChange={({ target }) => desk.act({ kind: 'span', story: story.id, cols: Number(target.value) || null })}
				>
					<option value="">自动</option>
					{Array.from({ length: grid.cols }, (_, i) => i + 1).map((n) => (
						<option key={n} value={n}>{`总是 ${n} 栏`}</option>
					))}
				</Select>
			</Field>
			<div className={styles.buttons}>
				<Button
					shortcut="l"
					aria-pressed={Boolean(own.frame)}
					onClick={() => desk.act({ kind: 'lock', story: story.id, on: !own.frame })}
				>
					{own.frame ? '解锁' : '锁定'}
				</Button>
				{others.length > 0 && (
					<Menu trigger={<Button>对调…</Button>}>
						{others.map((other) => (
							<MenuItem
								key={other.id}
								onSelect={() => desk.act({ kind: 'swap', story: story.id, other: other.id })}
							>{`和《${titleOf(other.headline)}》对调`}</MenuItem>
						))}
					</Menu>
				)}
			</div>
		</fieldset>
	);
}

interface StopsProps {
	stops: Stop[] | undefined;
	onChoose: (size: Pick<Stop, 'cols' | 'lines'>) => void;
}

/** 停点 as a list: what an edge snaps to when it is dragged. */
function Stops({ stops, onChoose }: StopsProps) {
	const sorted = (stops ?? []).toSorted((a, b) => b.cols - a.cols || a.lines - b.lines);
	const prompt =
		stops === undefined ? '正在试…' : stops.length > 0 ? `${stops.length} 种，选一种…` : '没有别的尺寸能排满';
	return (
		<Field label="能排满的尺寸">
			<Select
				value=""
				disabled={sorted.length === 0}
				onChange={({ target }) => {
					const stop = sorted[Number(target.value)];
					if (stop) onChoose({ cols: stop.cols, lines: stop.lines });
				}}
			>
				<option value="">{prompt}</option>
				{sorted.map(({ cols, lines, isNear }, i) => (
					<option key={`${cols} ${lines}`} value={i}>
						{`${cols} 栏 × ${lines} 行${isNear ? '' : '（全版重排）'}`}
					</option>
				))}
			</Select>
		</Field>
	);
}

interface MeasureProps {
	label: string;
	value: number;
	most: number;
	onChange: (value: number) => void;
}

/** How long a hand may rest between two presses of an arrow key. */
const restMs = 350;

/** A size that arrow keys change: asked for when the hand rests, and then what the text can fill. */
function Measure({ label, value, most, onChange }: MeasureProps) {
	const [typed, setTyped] = useState<string>();
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	const ask = (text: string) => {
		clearTimeout(timer.current);
		const wanted = Number(text);
		setTyped(undefined);
		if (Number.isInteger(wanted) && wanted >= 1 && wanted <= most && wanted !== value) onChange(wanted);
	};
	return (
		<Field label={label}>
			<TextInput
				type="number"
				min={1}
				max={most}
				value={typed ?? value}
				onChange={({ target }) => {
					setTyped(target.value);
					clearTimeout(timer.current);
					timer.current = setTimeout(() => ask(target.value), restMs);
				}}
				onBlur={({ target }) => typed !== undefined && ask(target.value)}
			/>
		</Field>
	);
}
