'use client';
import { spanUnits } from '@/lib/makeup/grid';
import type { Grid, Rect } from '@/lib/makeup/sheet';
import { DrawingArea } from './drawing';
import styles from './proof.module.css';
import { useWalk } from './walk';

export interface OverlayItem {
	/** Also the id of its entry in the list: `mark-3`. */
	key: string;
	label: string;
	boxes: readonly Rect[];
	look: 'open' | 'settled' | 'explained' | 'unexplained';
}

/** What is higher frames a part of the page, not words. */
const linesOfWords = 6;

interface OverlayProps {
	items: readonly OverlayItem[];
	grid: Grid;
	/** Whether frames may be drawn on it. */
	isNow: boolean;
}

/** Marks and changes drawn over the type area; the lists beside it say the same in words. */
export function Overlay({ items, grid, isNow }: OverlayProps) {
	const { current } = useWalk();
	const unit = 2 * grid.linePitchEm;
	const [width, height] = [spanUnits(grid, grid.cols), grid.lines * unit];
	return (
		<svg className={styles.overlay} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
			{items.map(({ key, label, boxes, look }) => {
				const [first] = boxes;
				const last = boxes.at(-1) ?? first;
				return (
					<g key={key} className={styles[look]} data-current={key === current || undefined}>
						{boxes.map(({ x, y, w, h }) => (
							<rect
								key={`${x},${y}`}
								className={h > linesOfWords ? styles.area : undefined}
								x={x}
								y={y * unit}
								width={w}
								height={h * unit}
							/>
						))}
						{last && label && (
							<text x={Math.min(width - 3, last.x + last.w)} y={last.y * unit + 1.2}>
								{label}
							</text>
						)}
					</g>
				);
			})}
			{isNow && <DrawingArea grid={grid} unit={unit} />}
		</svg>
	);
}
