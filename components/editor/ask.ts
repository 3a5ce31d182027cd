import type { Editor } from '@tiptap/core';

/**
 * What the text asks of the screen: files to be chosen, an address to be typed, the menu of a block, the way to the
 * tools, a comment on what is selected.
 */
export type Asked = 'picture' | 'gallery' | 'embed' | 'link' | 'block' | 'tools' | 'comment';

const known = new WeakMap<Editor, { asked: Asked; answer: () => void }[]>();

/** Answers what the text asks until the function it returns is called; the latest answer counts. */
export function answer(editor: Editor, asked: Asked, answer: () => void): () => void {
	const all = known.get(editor) ?? [];
	const entry = { asked, answer };
	known.set(editor, all);
	all.push(entry);
	return () => all.splice(all.indexOf(entry), 1);
}

/** Asks the screen that shows the editor. Nothing happens where it has no answer. */
export function ask(editor: Editor, asked: Asked): void {
	known
		.get(editor)
		?.findLast((entry) => entry.asked === asked)
		?.answer();
}
