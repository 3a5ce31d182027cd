import { type Editor, Node } from '@tiptap/core';
import { bodyLimits } from '@/lib/article/body';

declare module '@tiptap/core' {
	interface Commands<ReturnType> {
		factBox: {
			/** 资料框: an empty box where the cursor is; the cursor goes to its title. */
			insertFactBox: () => ReturnType;
		};
	}
}

/** 资料框: facts beside the story. Enter in its empty last paragraph leaves it. */
export const FactBox = Node.create({
	name: 'factBox',
	group: 'block',
	content: `factTitle (paragraph | bulletList | orderedList){1,${bodyLimits.factBlocks}}`,
	isolating: true,
	defining: true,
	parseHTML: () => [{ tag: 'aside[data-block="factBox"]' }],
	renderHTML: () => ['aside', { 'data-block': 'factBox' }, 0],
	addCommands() {
		return {
			insertFactBox:
				() =>
				({ chain, state }) => {
					const { $from } = state.selection;
					const at = $from.depth === 0 ? $from.pos : insertionPoint($from.node(1).content.size, $from);
					const box = { type: 'factBox', content: [{ type: 'factTitle' }, { type: 'paragraph' }] };
					return chain()
						.insertContentAt(at, box, { updateSelection: false })
						.setTextSelection((typeof at === 'number' ? at : at.from) + 2)
						.scrollIntoView()
						.run();
				},
		};
	},
	addKeyboardShortcuts() {
		return { Enter: () => leave(this.editor) };
	},
});

/** In place of an empty block, else behind the block that holds the cursor. */
function insertionPoint(size: number, $from: { before: (depth: number) => number; after: (depth: number) => number }) {
	return size === 0 ? { from: $from.before(1), to: $from.after(1) } : $from.after(1);
}

/** Enter in the box's last paragraph, when that is empty and not the only one, goes on behind the box. */
function leave(editor: Editor): boolean {
	const { $from, empty } = editor.state.selection;
	const box = $from.depth === 2 ? $from.node(1) : undefined;
	if (!empty || box?.type.name !== 'factBox' || $from.parent.content.size > 0) return false;
	const isLast = $from.index(1) === box.childCount - 1;
	if (!isLast || box.childCount < 3 || $from.parent.type.name !== 'paragraph') return false;
	return editor
		.chain()
		.deleteRange({ from: $from.before(2), to: $from.after(2) })
		.insertContentAt($from.after(1) - 2, { type: 'paragraph' })
		.focus()
		.run();
}

/** The title of a 资料框. Enter goes to the text under it; Backspace in an empty box takes the box away. */
export const FactTitle = Node.create({
	name: 'factTitle',
	content: 'inline*',
	defining: true,
	// Above the paragraph, which takes any other.
	parseHTML: () => [{ tag: 'p[data-block="factTitle"]', priority: 70 }],
	renderHTML: () => ['p', { 'data-block': 'factTitle' }, 0],
	addKeyboardShortcuts() {
		return {
			Enter: () => {
				const { $from } = this.editor.state.selection;
				if ($from.parent.type !== this.type) return false;
				return this.editor.commands.setTextSelection($from.after() + 1);
			},
			Backspace: () => {
				const { $from, empty } = this.editor.state.selection;
				if (!empty || $from.parent.type !== this.type || $from.parentOffset > 0) return false;
				const box = $from.node(-1);
				if (box.textContent !== '') return true;
				const [from, to] = [$from.before(-1), $from.after(-1)];
				return this.editor.chain().deleteRange({ from, to }).insertContentAt(from, { type: 'paragraph' }).run();
			},
		};
	},
});
