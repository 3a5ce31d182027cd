import { type Editor, Extension } from '@tiptap/core';
import { closeHistory, undo } from '@tiptap/pm/history';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What marks at the beginning of a block, or around words, ask for. */
export type Shorthand =
	| { kind: 'subhead' | 'pullQuote' | 'bulletList' | 'divider'; length: number }
	| { kind: 'orderedList'; length: number; start: number }
	| { kind: 'bold'; length: number; words: string };

/**
 * What the characters from the beginning of a block to the cursor ask for, the last of them just typed. `length` is
 * that of the marks, for bold with the words between them. Marks of Chinese input methods (＃ 》 －) count too.
 */
export function readShorthand(before: string): Shorthand | null {
	const length = before.length;
	if (before === '---') return { kind: 'divider', length };
	if (before.endsWith('**')) {
		const words = /\*\*(?![\s*])([^*]+)(?<!\s)\*\*$/.exec(before)?.[1];
		return words === undefined ? null : { kind: 'bold', length: words.length + 4, words };
	}
	if (!before.endsWith(' ')) return null;
	const marks = before.slice(0, -1).normalize('NFKC');
	if (/^#{1,4}$/.test(marks)) return { kind: 'subhead', length };
	if (marks === '>' || marks === '》') return { kind: 'pullQuote', length };
	if (/^[-*+]$/.test(marks)) return { kind: 'bulletList', length };
	const number = /^(\d{1,3})\.$/.exec(marks)?.[1];
	return number ? { kind: 'orderedList', length, start: Number(number) } : null;
}

const key = new PluginKey<boolean>('markdown');
const lastCharacters = [' ', '*', '-'];

/**
 * Markdown's marks become the trade's blocks while one types. The characters are written first and the rule runs as a
 * step of its own, so that undo, or Backspace right after it, gives them back as typed.
 */
export const Markdown = Extension.create({
	name: 'markdown',
	addProseMirrorPlugins() {
		const { editor } = this;
		return [
			new Plugin<boolean>({
				key,
				// Whether a rule ran just now.
				state: {
					init: () => false,
					apply: (tr, fresh) => tr.getMeta(key) ?? (fresh && !tr.docChanged && !tr.selectionSet),
				},
				props: {
					handleTextInput(view, from, to, text) {
						if (view.composing || !lastCharacters.includes(text)) return false;
						if (!readShorthand(textBefore(view, from) + text)) return false;
						view.dispatch(view.state.tr.insertText(text, from, to));
						apply(editor, view);
						return true;
					},
					handleKeyDown(view, event) {
						return event.key === 'Backspace' && key.getState(view.state) === true && undo(view.state, view.dispatch);
					},
					handleDOMEvents: {
						// Some input methods compose even marks: they are in the text once this event is over.
						compositionend(view, event) {
							if (lastCharacters.includes(event.data)) setTimeout(() => apply(editor, view));
							return false;
						},
					},
				},
			}),
		];
	},
});

/** What stands before a position in its block; `\ufffc` for what is no text. */
function textBefore(view: EditorView, position: number): string {
	const $position = view.state.doc.resolve(position);
	return $position.parent.textBetween(0, $position.parentOffset, undefined, '\ufffc');
}

/** Runs what the characters before the cursor ask for, where it can be. */
function apply(editor: Editor, view: EditorView): void {
	if (view.isDestroyed || view.composing || !view.state.selection.empty) return;
	const { $from, from } = view.state.selection;
	const shorthand = readShorthand(textBefore(view, from));
	if (!shorthand) return;
	const { kind, length } = shorthand;
	// Items and cells hold plain text only; words may be bold anywhere.
	if (kind !== 'bold' && ($from.depth !== 1 || $from.parent.type.name === kind)) return;
	const chain = editor.chain().command(({ tr }) => {
		closeHistory(tr).setMeta(key, true);
		if (kind !== 'bold') tr.delete(from - length, from);
		return true;
	});
	switch (kind) {
		case 'bold':
			chain.command(({ tr, state }) => {
				const words = from - length + 2;
				tr.addMark(words, words + shorthand.words.length, state.schema.marks.bold!.create());
				tr.delete(from - 2, from).delete(words - 2, words);
				tr.removeStoredMark(state.schema.marks.bold!);
				return true;
			});
			break;
		case 'divider':
			chain.insertContent({ type: 'divider' });
			break;
		case 'bulletList':
			chain.toggleList(kind, 'listItem');
			break;
		case 'orderedList':
			chain.toggleList(kind, 'listItem').updateAttributes(kind, { start: shorthand.start });
			break;
		default:
			chain.setNode(kind);
	}
	chain.run();
	// What is typed next is undone by itself.
	view.dispatch(closeHistory(view.state.tr).setMeta(key, true));
}
