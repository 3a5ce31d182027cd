import { columnX, spanUnits } from '@/lib/makeup/grid';
import type { Brief, Rect, Relation, Sheet, Taboo } from '@/lib/makeup/sheet';
import { cornersOf, outlineOf } from './geometry';

/** Every how many lines the grid is numbered. */
const step = 10;
const relationNames: Record<Relation, string> = { top: '盖文题', left: '左题', vertical: '竖题' };

/** Drawn over the type area: the grid, anchors, outlines, heads, frames and pictures by number, and where taboos are. */
export function DebugOverlay({ sheet, brief }: { sheet: Sheet; brief: Brief }) {
	const { grid, blocks } = sheet;
	// Half-ems across, and lines measured in half-ems down, as the page has them.
	const unit = 2 * grid.linePitchEm;
	const [width, height] = [spanUnits(grid, grid.cols), grid.lines * unit];
	const box = ({ x, y, w, h }: Rect) => ({ x, y: y * unit, width: w, height: h * unit });
	return (
		<svg className="sheet-debug" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
			{range(grid.cols).map((col) => (
				<rect
					key={col}
					className="debug-column"
					{...box({ x: columnX(grid, col), y: 0, w: 2 * grid.colEm, h: grid.lines })}
				/>
			))}
			{range(Math.ceil(grid.lines / step)).map((i) => (
				<g key={i} className="debug-line">
					<path d={`M0 ${i * step * unit}H${width}`} />
					<text x={0} y={i * step * unit - 0.4}>
						{i * step}
					</text>
				</g>
			))}
			{brief.anchors.map((anchor) => (
				<rect key={`${anchor.x},${anchor.y}`} className="debug-anchor" {...box(anchor)} />
			))}
			{blocks.map((block) => {
				const corners = cornersOf(outlineOf(block, sheet, brief.anchors));
				return (
					<g key={block.story}>
						<polygon className="debug-outline" points={corners.map(({ x, y }) => `${x},${y * unit}`).join(' ')} />
						<rect className="debug-head" {...box(block.head)} />
						{[...block.frames, ...block.figures].map((part) => (
							<rect
								key={`${part.x},${part.y}`}
								className={'id' in part ? 'debug-figure' : 'debug-frame'}
								{...box({ ...part, w: 2 * part.wEm })}
							/>
						))}
						<text className="debug-order" x={block.head.x + 0.6} y={(block.head.y + 1.5) * unit}>
							{`${block.order + 1} ${relationNames[block.relation]}`}
						</text>
					</g>
				);
			})}
			{sheet.taboos.map((taboo, i) => (
				<TabooMark key={`${taboo.id} ${taboo.at}`} taboo={taboo} sheet={sheet} unit={unit} index={i} />
			))}
		</svg>
	);
}

interface TabooMarkProps {
	taboo: Taboo;
	sheet: Sheet;
	unit: number;
	index: number;
}

/** A taboo where it says that it is: at the heads of its stories, on its line, in its gutter. Stands in an svg in half-ems. */
export function TabooMark({ taboo: { id, at }, sheet, unit, index }: TabooMarkProps) {
	const { grid } = sheet;
	const words = at.split(' ');
	const heads = sheet.blocks.filter(({ story }) => words.includes(story)).map(({ head }) => head);
	const line = Number(at.match(/行 (\d+)/)?.[1]);
	const gutter = Number(at.match(/^栏 (\d+)$/)?.[1]);
	return (
		<g className="debug-taboo">
			{heads.map((head) => (
				<g key={`${head.x},${head.y}`}>
					<rect x={head.x} y={head.y * unit} width={head.w} height={head.h * unit} />
					<text x={head.x + head.w - 0.6} y={(head.y + 1.5 + 2 * (index % 4)) * unit} textAnchor="end">
						{id}
					</text>
				</g>
			))}
			{Number.isInteger(line) && <path d={`M0 ${line * unit}H${spanUnits(grid, grid.cols)}`} />}
			{Number.isInteger(gutter) && <path d={`M${columnX(grid, gutter) - grid.gapEm} 0V${grid.lines * unit}`} />}
		</g>
	);
}

function range(count: number): number[] {
	return Array.from({ length: count }, (_, i) => i);
}
