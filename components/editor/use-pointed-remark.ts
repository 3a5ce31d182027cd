'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';

/** A suggestion or comment on which the pointer rests. */
export interface PointedRemark {
	kind: 'suggestion' | 'comment';
	id: string;
}

/** The pointer rests so long before a card opens, and may leave for so long before it closes. */
const openMs = 250;
const closeMs = 350;

/** Marks the card in the document: the pointer may go into it. */
export const cardAttribute = 'data-remark-card';

/** The remark in the text on which the pointer rests, or whose card it has gone into. */
export function usePointedRemark(editor: Editor): PointedRemark | null {
	const [pointed, setPointed] = useState<PointedRemark | null>(null);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const later = (ms: number, next: PointedRemark | null) => {
			clearTimeout(timer);
			timer = setTimeout(() => setPointed((before) => (isSame(before, next) ? before : next)), ms);
		};
		const onOver = ({ target }: MouseEvent) => {
			if (!(target instanceof Element)) return;
			if (target.closest(`[${cardAttribute}]`)) clearTimeout(timer);
			else if (editor.view.dom.contains(target)) later(openMs, remarkOf(target));
			else later(closeMs, null);
		};
		document.addEventListener('mouseover', onOver);
		return () => {
			clearTimeout(timer);
			document.removeEventListener('mouseover', onOver);
		};
	}, [editor]);
	return pointed;
}

function isSame(a: PointedRemark | null, b: PointedRemark | null): boolean {
	return a?.id === b?.id;
}

function remarkOf(element: Element): PointedRemark | null {
	const words = element.closest<HTMLElement>('ins[data-id], del[data-id]');
	if (words?.dataset.id) return { kind: 'suggestion', id: words.dataset.id };
	const comment = element.closest<HTMLElement>('[data-comment]');
	if (comment?.dataset.comment) return { kind: 'comment', id: comment.dataset.comment };
	const block = element.closest<HTMLElement>('[data-suggestion]');
	return block?.dataset.suggestion ? { kind: 'suggestion', id: block.dataset.suggestion } : null;
}
