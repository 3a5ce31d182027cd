'use client';
import { type PointerEvent, useRef, useState } from 'react';
import { type Box, extentOf } from '@/components/sheet/geometry';
import type { PageOp } from '@/lib/edition/design/schema';
import { spanUnits } from '@/lib/makeup/grid';
import type { Grid, SheetBlock } from '@/lib/makeup/sheet';
import { type EdgeMove, type Stop, snapLines, stopFor } from '@/lib/makeup/stop';
import styles from './sheet-overlay.module.css';

interface SheetEdgesProps {
	block: SheetBlock;
	grid: Grid;
	stops: Stop[];
	onAct: (op: PageOp) => void;
}

const thick = 2.4;

/**
 * The foot and the right edge of the chosen story, for the hand. While one is dragged the sizes that fill the page are marked
 * along it; the edge snaps to one that is near, else it moves alone.
 */
export function SheetEdges({ block, grid, stops, onAct }: SheetEdgesProps) {
	const [drag, setDrag] = useState<EdgeMove>();
	const group = useRef<SVGGElement>(null);
	const unit = 2 * grid.linePitchEm;
	const box = extentOf(block);
	const snapped = drag && snapOf(drag, box, stops, grid);
	const at = (event: PointerEvent, edge: EdgeMove['edge']): EdgeMove => {
		const page = group.current!.ownerSVGElement!.getBoundingClientRect();
		const x = ((event.clientX - page.left) / page.width) * spanUnits(grid, grid.cols);
		const y = ((event.clientY - page.top) / page.height) * grid.lines;
		return { edge, to: Math.max(0, Math.round(edge === 'right' ? x : y)) };
	};
	const handle = (edge: EdgeMove['edge']) => ({
		'data-edge': edge,
		className: styles[edge],
		onPointerDown(event: PointerEvent<SVGRectElement>) {
			event.currentTarget.setPointerCapture(event.pointerId);
			setDrag(at(event, edge));
		},
		onPointerMove: (event: PointerEvent) => drag && setDrag(at(event, edge)),
		onPointerUp(event: PointerEvent) {
			const move = at(event, edge);
			const { cols, lines } = snapOf(move, box, stops, grid) ?? {};
			const isMoved = drag && move.to !== (edge === 'right' ? box.x + box.w : box.y + box.h);
			if (isMoved && cols && lines) onAct({ kind: 'resize', story: block.story, cols, lines });
			else if (isMoved) onAct({ kind: 'divider', story: block.story, ...move });
			setDrag(undefined);
		},
		onPointerCancel: () => setDrag(undefined),
	});
	const { w, h } = drag ? sizeOf(drag, box, snapped, grid) : box;
	const [right, foot] = [box.x + w, box.y + h];
	return (
		<g ref={group}>
			{drag && (
				<g className={snapped ? styles.snapped : styles.preview}>
					<rect x={box.x} y={box.y * unit} width={w} height={h * unit} />
					<Marks edge={drag.edge} box={box} stops={stops} grid={grid} />
					<text x={box.x + 1} y={box.y * unit + (box.y > 2 ? -1.5 : 5)}>
						{snapped
							? `${snapped.cols} 栏 × ${snapped.lines} 行，${snapped.isNear ? '排满' : '全版重排'}`
							: '只移这条边，会溢文或余空'}
					</text>
				</g>
			)}
			<rect x={box.x} y={foot * unit - thick / 2} width={w} height={thick} {...handle('foot')} />
			<rect x={right - thick / 2} y={box.y * unit} width={thick} height={h * unit} {...handle('right')} />
		</g>
	);
}

function snapOf(move: EdgeMove, box: Box, stops: Stop[], grid: Grid): Stop | undefined {
	const found = stopFor(move, box, { sizes: stops, find: (stop) => stop }, grid);
	return found && found.off <= snapLines ? found.stop : undefined;
}

/** What the story would take, in ½ em and lines. */
function sizeOf({ edge, to }: EdgeMove, box: Box, snapped: Stop | undefined, grid: Grid): { w: number; h: number } {
	if (snapped) return { w: spanUnits(grid, snapped.cols), h: snapped.lines };
	return edge === 'right' ? { w: Math.max(1, to - box.x), h: box.h } : { w: box.w, h: Math.max(1, to - box.y) };
}

/** The stops along an edge: of a foot those of the present width, of a right edge the widths. */
function Marks({ edge, box, stops, grid }: { edge: EdgeMove['edge']; box: Box; stops: Stop[]; grid: Grid }) {
	const unit = 2 * grid.linePitchEm;
	if (edge === 'right') {
		return [...new Set(stops.map(({ cols }) => cols))].map((cols) => {
			const x = box.x + spanUnits(grid, cols);
			return <line key={cols} x1={x} x2={x} y1={box.y * unit} y2={(box.y + box.h) * unit} />;
		});
	}
	return stops
		.filter(({ cols }) => spanUnits(grid, cols) === box.w)
		.map(({ lines }) => {
			const y = (box.y + lines) * unit;
			return <line key={lines} x1={box.x} x2={box.x + box.w} y1={y} y2={y} />;
		});
}
