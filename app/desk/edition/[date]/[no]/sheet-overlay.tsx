'use client';
import { cornersOf, outlineOf } from '@/components/sheet/geometry';
import { TabooMark } from '@/components/sheet/sheet-debug';
import type { PageOp } from '@/lib/edition/design/schema';
import { spanUnits } from '@/lib/makeup/grid';
import type { MadePage } from '@/lib/makeup/remake';
import type { Taboo } from '@/lib/makeup/sheet';
import type { Stop } from '@/lib/makeup/stop';
import { SheetEdges } from './sheet-edges';
import styles from './sheet-overlay.module.css';

interface SheetOverlayProps {
	made: MadePage;
	selected: string | undefined;
	onSelect: (story: string) => void;
	/** Sizes that the chosen story snaps to when it is dragged; undefined until they are known. */
	stops: Stop[] | undefined;
	/** Left out where the page stays as it is. */
	onAct?: (op: PageOp) => void;
	/** The one whose place is shown. */
	taboo: Taboo | undefined;
}

/**
 * Over the page, for the hand: a story is chosen by a click, its foot and right edge are dragged. Whoever has no pointer
 * does the same in the panel beside it, which also names everything.
 */
export function SheetOverlay({ made, selected, onSelect, stops, onAct, taboo }: SheetOverlayProps) {
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
			{block && onAct && <SheetEdges key={block.story} block={block} grid={grid} stops={stops ?? []} onAct={onAct} />}
		</svg>
	);
}
