import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { findSpelt } from '@/components/desk/spelling';
import { blockTools, insertTools, type Tool } from './tools';

/** The menu that a slash opened: where the slash stands, what was written behind it, what that finds. */
export interface SlashMenu {
	from: number;
	query: string;
	found: readonly Tool[];
	/** Which of the found ones Enter takes. */
	index: number;
}

type Change = { open: number } | { close: true } | { step: 1 | -1 };

const key = new PluginKey<SlashMenu | null>('slash');
/** Of Chinese input methods too: on the same key some write 、, in full width ／. */
const slashes = ['/', '／', '、'];
const tools: readonly Tool[] = [...blockTools, ...insertTools];

export const slashMenuId = 'slash-menu';
export const slashItemId = (index: number) => `${slashMenuId}-${index}`;

/** The menu that is open in a state. */
export function slashMenuOf(state: EditorState): SlashMenu | null {
	return key.getState(state) ?? null;
}

/**
 * `/` at the beginning of a block or behind a space opens a menu of what can be put there; what is written behind it
 * chooses by name, pinyin or initials. It opens only when the slash was just typed, never out of a composition, and the
 * slash stays where it is until something is chosen.
 */
export const Slash = Extension.create({
	name: 'slash',
	// Before the keys of blocks and lists.
	priority: 1000,
	addProseMirrorPlugins() {
		const { editor } = this;
		return [
			new Plugin<SlashMenu | null>({
				key,
				state: { init: () => null, apply: (tr, menu, _before, state) => next(menu, tr, state, editor.view.composing) },
				props: {
					attributes: (state): Record<string, string> => {
						const menu = slashMenuOf(state);
						if (!menu?.found.length) return {};
						return { 'aria-controls': slashMenuId, 'aria-activedescendant': slashItemId(menu.index) };
					},
					handleTextInput(view, from, to, text) {
						if (view.composing || !slashes.includes(text) || !opensAt(view.state, from, text)) return false;
						view.dispatch(change(view.state.tr.insertText(text, from, to).scrollIntoView(), { open: from }));
						return true;
					},
					handleKeyDown: (view, event) => !event.isComposing && !view.composing && press(editor, view, event.key),
					handleDOMEvents: {
						// Some input methods compose even marks: they are in the text once this event is over.
						compositionend(view, { data }) {
							if (slashes.includes(data)) setTimeout(() => openBefore(view, data));
							return false;
						},
						blur(view) {
							if (slashMenuOf(view.state)) view.dispatch(change(view.state.tr, { close: true }));
							return false;
						},
					},
				},
			}),
		];
	},
});

function change(transaction: Transaction, what: Change): Transaction {
	return transaction.setMeta(key, what);
}

/** Whether a slash at a position asks for the menu: a 顿号 is one only where none can stand. */
function opensAt({ doc }: EditorState, position: number, slash: string): boolean {
	const $position = doc.resolve(position);
	const isPlace = $position.depth === 1 || $position.node(2)?.type.name === 'listItem';
	if (!isPlace || !$position.parent.isTextblock) return false;
	const before = $position.parent.textBetween(0, $position.parentOffset, undefined, '\ufffc');
	return before === '' || (slash !== '、' && /\s$/.test(before));
}

function openBefore(view: EditorView, slash: string): void {
	if (view.isDestroyed || view.composing) return;
	const { from, empty } = view.state.selection;
	const at = from - slash.length;
	if (!empty || at < 0 || view.state.doc.textBetween(at, from) !== slash || !opensAt(view.state, at, slash)) return;
	view.dispatch(change(view.state.tr, { open: at }));
}

const longestQuery = 12;
/** With so many letters that find nothing, it was no name. */
const longestMiss = 4;

function next(menu: SlashMenu | null, tr: Transaction, state: EditorState, composing: boolean): SlashMenu | null {
	const what = tr.getMeta(key) as Change | undefined;
	if (what && 'open' in what) return { from: what.open, query: '', found: tools, index: 0 };
	if (!menu || (what && 'close' in what)) return null;
	if (what) {
		const { length } = menu.found;
		return { ...menu, index: length === 0 ? 0 : (menu.index + what.step + length) % length };
	}
	if (!tr.docChanged && !tr.selectionSet) return menu;
	const from = tr.mapping.map(menu.from, -1);
	const query = queryOf(state, from);
	if (query === null || query.length > longestQuery || (/\s/.test(query) && !composing)) return null;
	if (query === menu.query) return { ...menu, from };
	const found = findSpelt(query, tools);
	if (found.length === 0 && query.length >= longestMiss && !composing) return null;
	return { from, query, found, index: 0 };
}

/** What is written between the slash and the cursor; null where the cursor has left it or the slash is gone. */
function queryOf({ doc, selection: { $head } }: EditorState, from: number): string | null {
	if (from >= $head.pos || from < $head.start()) return null;
	const text = doc.textBetween(from, $head.pos, undefined, '\ufffc');
	return slashes.includes(text.charAt(0)) ? text.slice(1) : null;
}

function press(editor: Editor, view: EditorView, name: string): boolean {
	const menu = slashMenuOf(view.state);
	if (!menu) return false;
	if (name === 'Escape') {
		view.dispatch(change(view.state.tr, { close: true }));
		return true;
	}
	const tool = menu.found[menu.index];
	if (!tool) return false;
	if (name === 'ArrowDown' || name === 'ArrowUp') {
		view.dispatch(change(view.state.tr, { step: name === 'ArrowDown' ? 1 : -1 }));
		return true;
	}
	if (name !== 'Enter' && name !== 'Tab') return false;
	chooseTool(editor, tool);
	return true;
}

/** Takes the slash and what is behind it away, and does what was chosen. */
export function chooseTool(editor: Editor, tool: Tool): void {
	const { state, view } = editor;
	const menu = slashMenuOf(state);
	if (!menu) return;
	view.dispatch(change(state.tr.delete(menu.from, state.selection.head), { close: true }));
	// Chosen for a block that is that already, it stays so.
	if (!tool.isOn?.(editor)) tool.run(editor);
}
