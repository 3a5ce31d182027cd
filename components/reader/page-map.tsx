import { cornersOf, outlineOf } from '@/components/sheet/geometry';
import type { PublishedPage } from '@/lib/edition/published';
import { spanUnits } from '@/lib/makeup/grid';

/** A page as a drawing of its frames: each story's head, pictures and text; one story may be marked. */
export function PageMap({ page, story }: { page: Pick<PublishedPage, 'brief' | 'sheet'>; story?: string }) {
	const { sheet, brief } = page;
	const { grid } = sheet;
	// Half-ems across, and lines measured in half-ems down, so that the map has the page's own proportions.
	const unit = 2 * grid.linePitchEm;
	const width = spanUnits(grid, grid.cols);
	const height = grid.lines * unit;
	const nameplate = brief.anchors.find((anchor) => anchor.kind === 'nameplate');
	return (
		<svg className="map" viewBox={`-4 -6 ${width + 8} ${height + 12}`} aria-hidden="true">
			<rect className="map-sheet" x={-4} y={-6} width={width + 8} height={height + 12} />
			{nameplate && (
				<rect
					className="map-plate"
					x={width * 0.18}
					y={unit * 1.5}
					width={width * 0.64}
					height={(nameplate.h - 5) * unit}
				/>
			)}
			{sheet.blocks.map((block) => {
				const corners = cornersOf(outlineOf(block, sheet, brief.anchors));
				return (
					<g key={block.story} className={block.story === story ? 'map-here' : undefined}>
						<polygon className="map-story" points={corners.map(({ x, y }) => `${x},${y * unit}`).join(' ')} />
						<rect
							className="map-head"
							x={block.head.x + block.head.w * 0.08}
							y={(block.head.y + block.head.h * 0.25) * unit}
							width={block.head.w * 0.84}
							height={block.head.h * 0.5 * unit}
						/>
						{block.figures.map((figure) => (
							<rect
								key={figure.id}
								className="map-picture"
								x={figure.x}
								y={figure.y * unit}
								width={2 * figure.wEm}
								height={figure.h * unit}
							/>
						))}
						{block.frames.map((frame) => (
							// A stroke as wide as the column, dashed as its lines: text without a thousand marks.
							<path
								key={`${frame.x},${frame.y}`}
								className="map-text"
								d={`M${frame.x + frame.wEm} ${frame.y * unit}v${frame.h * unit}`}
								strokeWidth={2 * frame.wEm}
								strokeDasharray={`${unit * 0.45} ${unit * 0.55}`}
							/>
						))}
					</g>
				);
			})}
		</svg>
	);
}
