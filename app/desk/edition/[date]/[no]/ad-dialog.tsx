'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { AdPlace } from '@/lib/edition/design/schema';
import type { Grid } from '@/lib/makeup/sheet';
import styles from './item-dialog.module.css';
import type { PageDesk } from './use-page-desk';

/** Where an advertisement may be put by a word; afterwards it is moved by column and line. */
const corners = { 右下: [1, 1], 左下: [0, 1], 右上: [1, 0], 左上: [0, 0] } as const;

/** 广告: what is booked on the page, and one more. */
export function AdDialog({ desk, onClose }: { desk: PageDesk; onClose: () => void }) {
	const { design, made } = desk.page;
	const { grid } = made.sheet;
	const [label, setLabel] = useState('');
	const [cols, setCols] = useState(2);
	const [lines, setLines] = useState(16);
	const [corner, setCorner] = useState<keyof typeof corners>('右下');
	const add = () => {
		const [right, foot] = corners[corner];
		const top = made.brief.anchors.find(({ kind }) => kind === 'nameplate');
		const y = foot ? grid.lines - lines : top ? top.h + 1 : 0;
		desk.act({ kind: 'ad', ad: { id: `ad-${Date.now()}`, label, cols, lines, col: right ? grid.cols - cols : 0, y } });
		onClose();
	};
	return (
		<Dialog open onOpenChange={onClose} title="广告" description="广告占住版面，稿件让开。">
			<ul className={styles.items}>
				{design.ads.map((ad) => (
					<AdRow key={ad.id} ad={ad} grid={grid} desk={desk} />
				))}
			</ul>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					add();
				}}
			>
				<Field label="刊登什么">
					<TextInput required maxLength={20} value={label} onChange={({ target }) => setLabel(target.value)} />
				</Field>
				<div className={styles.sizes}>
					<Field label="栏数">
						<TextInput
							type="number"
							min={1}
							max={grid.cols}
							value={cols}
							onChange={({ target }) => setCols(Number(target.value))}
						/>
					</Field>
					<Field label="行数">
						<TextInput
							type="number"
							min={3}
							max={grid.lines}
							value={lines}
							onChange={({ target }) => setLines(Number(target.value))}
						/>
					</Field>
					<Field label="位置">
						<Select value={corner} onChange={({ target }) => setCorner(target.value as keyof typeof corners)}>
							{Object.keys(corners).map((name) => (
								<option key={name}>{name}</option>
							))}
						</Select>
					</Field>
				</div>
				<DialogFoot>
					<Button type="submit" variant="primary">
						加广告
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}

/** One that stands: moved by a column or by lines, or taken off. */
function AdRow({ ad, grid, desk }: { ad: AdPlace; grid: Grid; desk: PageDesk }) {
	const move = (col: number, y: number) => desk.act({ kind: 'ad', ad: { ...ad, col: ad.col + col, y: ad.y + y } });
	const stride = 4;
	const foot = grid.lines - ad.lines - ad.y;
	const steps = [
		{ name: '左移', col: -1, y: 0, may: ad.col > 0 },
		{ name: '右移', col: 1, y: 0, may: ad.col + ad.cols < grid.cols },
		{ name: '上移', col: 0, y: -Math.min(stride, ad.y), may: ad.y > 0 },
		{ name: '下移', col: 0, y: Math.min(stride, foot), may: foot > 0 },
	];
	return (
		<li className={styles.item}>
			<span className={styles.name}>{`${ad.label}：${ad.cols} 栏 × ${ad.lines} 行`}</span>
			{steps.map(({ name, col, y, may }) => (
				<Button
					key={name}
					variant="quiet"
					disabled={!may}
					aria-label={`${ad.label}${name}`}
					onClick={() => move(col, y)}
				>
					{name}
				</Button>
			))}
			<Button variant="quiet" aria-label={`撤下${ad.label}`} onClick={() => desk.act({ kind: 'removeAd', id: ad.id })}>
				撤下
			</Button>
		</li>
	);
}
