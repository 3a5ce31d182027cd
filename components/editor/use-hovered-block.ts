'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';

/** How far beside the text the pointer still means the block at its height. */
const reach = 56;

/** The position of the block under the pointer or beside it, and a way to forget it. */
export function useHoveredBlock(editor: Editor): [number | null, () => void] {
	const [hovered, setHovered] = useState<number | null>(null);
	useEffect(() => {
		let frame = 0;
		const onMove = ({ pointerType, buttons, clientX, clientY }: PointerEvent) => {
			if (pointerType !== 'mouse' || buttons !== 0) return;
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(() => setHovered(blockUnder(editor, clientX, clientY)));
		};
		document.addEventListener('pointermove', onMove, { passive: true });
		return () => {
			cancelAnimationFrame(frame);
			document.removeEventListener('pointermove', onMove);
		};
	}, [editor]);
	return [hovered, () => setHovered(null)];
}

function blockUnder({ view, state, isDestroyed }: Editor, x: number, y: number): number | null {
	if (isDestroyed) return null;
	const { left, right, top, bottom } = view.dom.getBoundingClientRect();
	if (x < left - reach || x > right || y < top || y > bottom) return null;
	const found = view.posAtCoords({ left: (left + right) / 2, top: y });
	if (!found) return null;
	const $position = state.doc.resolve(found.pos);
	if ($position.depth > 0) return $position.before(1);
	// Beside a picture or a rule, which have no inside.
	return found.inside >= 0 ? found.inside : null;
}
