'use client';
import { useEffect } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { MarkPlace } from '@/lib/edition/proof/schema';
import type { Grid } from '@/lib/makeup/sheet';
import { type DrawnFrame, useDrawing } from './drawing';
import type { StoryChoice } from './picked';
import styles from './proof.module.css';

/** What of a story a layout mark can be about. */
interface Part {
	label: string;
	place: MarkPlace;
	figureId: string | null;
}

export function partsOf(story: StoryChoice | undefined): Part[] {
	return [
		{ label: '整篇', place: 'page', figureId: null },
		{ label: '标题', place: 'headline', figureId: null },
		...(story?.figureIds ?? []).map(
			(figureId, i): Part => ({ label: `第 ${i + 1} 张图片`, place: 'caption', figureId }),
		),
	];
}

interface LayoutPlaceProps {
	story: StoryChoice | undefined;
	part: number;
	onChange: (part: number) => void;
}

export function LayoutPlace({ story, part, onChange }: LayoutPlaceProps) {
	return (
		<Field label="哪一处">
			<Select value={part} onChange={({ target }) => onChange(Number(target.value))}>
				{partsOf(story).map(({ label }, index) => (
					<option key={label} value={index}>
						{label}
					</option>
				))}
			</Select>
		</Field>
	);
}

const whole = (grid: Grid): DrawnFrame => ({ col: 0, y: 0, cols: grid.cols, lines: grid.lines });

/** The frame that is drawn on the sheet, in numbers; without one the mark is about the whole page. */
export function FrameFields({ grid, error }: { grid: Grid; error?: string }) {
	const { frame, turn, draw } = useDrawing();
	useEffect(() => {
		turn(true);
		return () => {
			turn(false);
			draw(undefined);
		};
	}, [turn, draw]);
	const { col, y, cols, lines } = frame ?? whole(grid);
	const measures = [
		{
			label: '从第几栏',
			value: col + 1,
			most: grid.cols,
			change: (n: number) => ({ col: n - 1, cols: Math.min(cols, grid.cols - n + 1) }),
		},
		{
			label: '从第几行',
			value: y + 1,
			most: grid.lines,
			change: (n: number) => ({ y: n - 1, lines: Math.min(lines, grid.lines - n + 1) }),
		},
		{ label: '几栏宽', value: cols, most: grid.cols - col, change: (n: number) => ({ cols: n }) },
		{ label: '几行高', value: lines, most: grid.lines - y, change: (n: number) => ({ lines: n }) },
	];
	return (
		<fieldset className={styles.frame}>
			<legend>{frame ? '框出的地方' : '整个版；在样上拖，可以框出一处'}</legend>
			{measures.map(({ label, value, most, change }) => (
				<Field key={label} label={label} error={label === '从第几栏' ? error : undefined}>
					<TextInput
						type="number"
						min={1}
						max={most}
						value={value}
						onChange={({ target }) => {
							const n = Number(target.value);
							if (Number.isInteger(n) && n >= 1 && n <= most) draw({ col, y, cols, lines, ...change(n) });
						}}
					/>
				</Field>
			))}
		</fieldset>
	);
}
