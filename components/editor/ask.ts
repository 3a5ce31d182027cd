import type { Editor } from '@tiptap/core';

/** What a tool asks of the screen before it can do its work: a file to be chosen, an address to be typed. */
export type Asked = 'picture' | 'link';

const known = new WeakMap<Editor, Map<Asked, () => void>>();

/** What the screen that shows the editor answers to. */
export function answers(editor: Editor): Map<Asked, () => void> {
	const present = known.get(editor) ?? new Map<Asked, () => void>();
	known.set(editor, present);
	return present;
}

/** Asks the screen. Nothing happens where it has no answer. */
export function ask(editor: Editor, asked: Asked): void {
	answers(editor).get(asked)?.();
}
