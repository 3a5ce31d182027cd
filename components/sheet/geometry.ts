import type { Anchor, Sheet, SheetBlock } from '@/lib/makeup/sheet';

/** A rectangle in the units of the sheet: ½ em across, lines down. */
export interface Box {
	x: number;
	y: number;
	w: number;
	h: number;
}

/** What a block occupies: its parts, the frame of a boxed one, and the white under it down to what comes next. */
export function boxOf(block: SheetBlock, sheet: Sheet, anchors: Anchor[]): Box {
	const inset = block.box ? { x: 2, y: 1 } : { x: 0, y: 0 };
	const bottoms = [...block.frames, ...block.figures, block.head].map((part) => part.y + part.h);
	const box = {
		x: block.head.x - inset.x,
		y: block.head.y - inset.y,
		w: block.head.w + 2 * inset.x,
		h: Math.max(...bottoms) + inset.y - (block.head.y - inset.y),
	};
	if (block.box) return box;
	const others = [...anchors, ...sheet.blocks.filter((other) => other !== block).map(topOf)];
	const next = Math.min(...others.filter((other) => other.y >= box.y + box.h && isOver(box, other)).map((o) => o.y));
	return { ...box, h: (next === Number.POSITIVE_INFINITY ? sheet.grid.lines : next - 1) - box.y };
}

function topOf(block: SheetBlock): Box {
	const inset = block.box ? { x: 2, y: 1 } : { x: 0, y: 0 };
	return { x: block.head.x - inset.x, y: block.head.y - inset.y, w: block.head.w + 2 * inset.x, h: 1 };
}

function isOver(a: Box, b: Box): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w;
}

function isBeside(a: Box, b: Box): boolean {
	return a.y < b.y + b.h && b.y < a.y + a.h;
}

/** Where hairlines part a story from its neighbours. Two boxes that touch need no rule: the frame of one is enough. */
export interface Rules {
	top: boolean;
	left: boolean;
	/** The top rule reaches the middle of the gap at that side. */
	leftGap: boolean;
	rightGap: boolean;
	/** The left rule reaches the middle of the white line below. */
	bottomGap: boolean;
}

export function rulesOf(block: SheetBlock, sheet: Sheet, anchors: Anchor[]): Rules {
	const own = boxOf(block, sheet, anchors);
	const others = sheet.blocks.filter((other) => other !== block);
	const boxes = others.map((other) => ({ box: boxOf(other, sheet, anchors), framed: other.box }));
	const near = boxes.filter(({ framed }) => !framed).map(({ box }) => box);
	const above = near.some((box) => box.y < own.y && isOver(box, own) && box.y + box.h + 1 >= own.y);
	const left = near.some((box) => box.x + box.w + 2 >= own.x && box.x < own.x && isBeside(box, own));
	const right = near.some((box) => box.x <= own.x + own.w + 2 && box.x > own.x && isBeside(box, own));
	return {
		top: !block.box && above,
		left: !block.box && left,
		leftGap: left,
		rightGap: right,
		bottomGap: own.y + own.h < sheet.grid.lines,
	};
}
