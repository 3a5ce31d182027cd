'use client';
import { type PointerEvent, useRef, useState } from 'react';
import { cornersOf, extentOf, outlineOf } from '@/components/sheet/geometry';
import { TabooMark } from '@/components/sheet/sheet-debug';
import type { PageOp } from '@/lib/edition/design/schema';
import { spanUnits } from '@/lib/makeup/grid';
import type { MadePage } from '@/lib/makeup/remake';
import type { SheetBlock, Taboo } from '@/lib/makeup/sheet';
import styles from './sheet-overlay.module.css';

interface SheetOverlayProps {
	made: MadePage;
	selected: string | undefined;
	onSelect: (story: string) => void;
	/** Left out where the page stays as it is. */
	onAct?: (op: PageOp) => void;
	/** The one whose place is shown. */
	taboo: Taboo | undefined;
}

interface Drag {
	edge: 'right' | 'foot';
	to: number;
}

/**
 * Over the page, for the hand: a story is chosen by a click, its foot and right edge are dragged. Whoever has no pointer
 * does the same in the panel beside it, which also names everything.
 */
export function SheetOverlay({ made, selected, onSelect, onAct, taboo }: SheetOverlayProps) {
	const { sheet, brief } = made;
	const { grid } = sheet;
	const unit = 2 * grid.linePitchEm;
	const [width, height] = [spanUnits(grid, grid.cols), grid.lines * unit];
	const block = sheet.blocks.find(({ story }) => story === selected);
	return (
		<svg className={styles.overlay} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
			{sheet.blocks.map((each) => (
				<polygon
					key={each.story}
					data-story={each.story}
					className={each.story === selected ? styles.chosen : styles.story}
					points={cornersOf(outlineOf(each, sheet, brief.anchors))
						.map(({ x, y }) => `${x},${y * unit}`)
						.join(' ')}
					onPointerDown={() => onSelect(each.story)}
				/>
			))}
			{taboo && (
				<g className={styles.taboo}>
					<TabooMark taboo={taboo} sheet={sheet} unit={unit} index={0} />
				</g>
			)}
			{block && onAct && <Edges key={block.story} block={block} unit={unit} size={{ width, height }} onAct={onAct} />}
		</svg>
	);
}

interface EdgesProps {
	block: SheetBlock;
	unit: number;
	size: { width: number; height: number };
	onAct: (op: PageOp) => void;
}

/** The foot and the right edge of the chosen story: where it is dragged to is shown at once, what comes of it a moment later. */
function Edges({ block, unit, size, onAct }: EdgesProps) {
	const [drag, setDrag] = useState<Drag>();
	const group = useRef<SVGGElement>(null);
	const box = extentOf(block);
	const at = (event: PointerEvent, edge: Drag['edge']): Drag => {
		const page = group.current!.ownerSVGElement!.getBoundingClientRect();
		const x = ((event.clientX - page.left) / page.width) * size.width;
		const y = ((event.clientY - page.top) / page.height) * (size.height / unit);
		return { edge, to: Math.max(0, Math.round(edge === 'right' ? x : y)) };
	};
	const handle = (edge: Drag['edge']) => ({
		onPointerDown(event: PointerEvent<SVGRectElement>) {
			event.currentTarget.setPointerCapture(event.pointerId);
			setDrag(at(event, edge));
		},
		onPointerMove: (event: PointerEvent) => drag && setDrag(at(event, edge)),
		onPointerUp(event: PointerEvent) {
			const { to } = at(event, edge);
			const before = edge === 'right' ? box.x + box.w : box.y + box.h;
			if (drag && to !== before) onAct({ kind: 'divider', story: block.story, edge, to });
			setDrag(undefined);
		},
		onPointerCancel: () => setDrag(undefined),
	});
	const right = drag?.edge === 'right' ? drag.to : box.x + box.w;
	const foot = drag?.edge === 'foot' ? drag.to : box.y + box.h;
	const thick = 2.4;
	const outline = {
		x: box.x,
		y: box.y * unit,
		width: Math.max(1, right - box.x),
		height: Math.max(1, foot - box.y) * unit,
	};
	return (
		<g ref={group}>
			{drag && <rect className={styles.preview} {...outline} />}
			<rect
				data-edge="foot"
				className={styles.foot}
				x={box.x}
				y={foot * unit - thick / 2}
				width={box.w}
				height={thick}
				{...handle('foot')}
			/>
			<rect
				data-edge="right"
				className={styles.right}
				x={right - thick / 2}
				y={box.y * unit}
				width={thick}
				height={box.h * unit}
				{...handle('right')}
			/>
		</g>
	);
}
