'use client';
import { createContext, type PointerEvent, type ReactNode, useContext, useMemo, useState } from 'react';
import { columnX, spanUnits } from '@/lib/makeup/grid';
import type { Grid, Rect } from '@/lib/makeup/sheet';

/** A frame drawn on the page, in basic columns and lines. */
export interface DrawnFrame {
	col: number;
	y: number;
	cols: number;
	lines: number;
}

interface Drawing {
	/** Whether a drag over the sheet draws a frame. */
	isOn: boolean;
	frame: DrawnFrame | undefined;
	turn: (isOn: boolean) => void;
	draw: (frame: DrawnFrame | undefined) => void;
}

const DrawingContext = createContext<Drawing>({ isOn: false, frame: undefined, turn: () => {}, draw: () => {} });

export const useDrawing = () => useContext(DrawingContext);

/** The frame of a layout mark while it is drawn on the sheet or typed beside it. */
export function DrawingProvider({ children }: { children: ReactNode }) {
	const [isOn, turn] = useState(false);
	const [frame, draw] = useState<DrawnFrame>();
	const drawing = useMemo(() => ({ isOn, frame, turn, draw }), [isOn, frame]);
	return <DrawingContext value={drawing}>{children}</DrawingContext>;
}

/** In half-ems and lines. */
export function rectOf({ col, y, cols, lines }: DrawnFrame, grid: Grid): Rect {
	return { x: columnX(grid, col), y, w: spanUnits(grid, cols), h: lines };
}

/** Takes drags over the sheet while a frame is to be drawn; for whoever has no pointer the numbers stand in the form. */
export function DrawingArea({ grid, unit }: { grid: Grid; unit: number }) {
	const { isOn, frame, draw } = useDrawing();
	const [from, setFrom] = useState<{ col: number; line: number }>();
	if (!isOn) return null;
	const [width, height] = [spanUnits(grid, grid.cols), grid.lines * unit];
	const at = (event: PointerEvent<SVGElement>) => {
		const page = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
		const within = (share: number, most: number) => Math.min(most - 1, Math.max(0, Math.floor(share * most)));
		return {
			col: within((event.clientX - page.left) / page.width, grid.cols),
			line: within((event.clientY - page.top) / page.height, grid.lines),
		};
	};
	const between = (event: PointerEvent<SVGElement>, start: NonNullable<typeof from>): DrawnFrame => {
		const to = at(event);
		const [col, y] = [Math.min(start.col, to.col), Math.min(start.line, to.line)];
		return { col, y, cols: Math.abs(start.col - to.col) + 1, lines: Math.abs(start.line - to.line) + 1 };
	};
	const drawn = frame && rectOf(frame, grid);
	return (
		<>
			{drawn && <rect x={drawn.x} y={drawn.y * unit} width={drawn.w} height={drawn.h * unit} />}
			<rect
				data-drawing
				width={width}
				height={height}
				onPointerDown={(event) => {
					event.currentTarget.setPointerCapture(event.pointerId);
					setFrom(at(event));
				}}
				onPointerMove={(event) => from && draw(between(event, from))}
				onPointerUp={(event) => {
					if (from) draw(between(event, from));
					setFrom(undefined);
				}}
				onPointerCancel={() => setFrom(undefined)}
			/>
		</>
	);
}
