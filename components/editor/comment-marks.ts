import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { anchorAt, findAnchor, type TextAnchor } from '@/lib/article/comment/anchor';
import { ShownText } from './shown-text';

/** A comment's words in the document. */
export interface CommentMark {
	id: string;
	from: number;
	to: number;
	blocking: boolean;
}

interface Marks {
	marks: readonly CommentMark[];
	active: string | null;
	drawn: DecorationSet;
}

type Change = { marks: readonly CommentMark[] } | { active: string | null };

const key = new PluginKey<Marks>('commentMarks');

/** Marks the words that comments are on. The marks move with the text; words that are gone have none. */
export const CommentMarks = Extension.create({
	name: 'commentMarks',
	addProseMirrorPlugins: () => [
		new Plugin<Marks>({
			key,
			state: {
				init: () => ({ marks: [], active: null, drawn: DecorationSet.empty }),
				apply(transaction, before, _old, state) {
					const change = transaction.getMeta(key) as Change | undefined;
					if (!change && !transaction.docChanged) return before;
					const moved = transaction.docChanged ? move(before.marks, transaction) : before.marks;
					const marks = change && 'marks' in change ? change.marks : moved;
					const active = change && 'active' in change ? change.active : before.active;
					return { marks, active, drawn: draw(state, marks, active) };
				},
			},
			props: { decorations: (state) => key.getState(state)?.drawn },
		}),
	],
});

function move(marks: readonly CommentMark[], { mapping }: Transaction): CommentMark[] {
	return marks.flatMap((mark) => {
		const moved = { ...mark, from: mapping.map(mark.from, 1), to: mapping.map(mark.to, -1) };
		return moved.from < moved.to ? [moved] : [];
	});
}

function draw({ doc }: EditorState, marks: readonly CommentMark[], active: string | null): DecorationSet {
	const drawn = marks.map(({ id, from, to, blocking }) => {
		const attributes = {
			'data-comment': id,
			...(blocking && { 'data-blocking': '' }),
			...(id === active && { 'data-active': '' }),
		};
		const node = doc.nodeAt(from);
		const isBlock = node?.isAtom && !node.isInline && node.nodeSize === to - from;
		return isBlock ? Decoration.node(from, to, attributes) : Decoration.inline(from, to, attributes);
	});
	return DecorationSet.create(doc, drawn);
}

export function commentMarks(state: EditorState): readonly CommentMark[] {
	return key.getState(state)?.marks ?? [];
}

export function setCommentMarks(tr: Transaction, marks: readonly CommentMark[]): Transaction {
	return tr.setMeta(key, { marks } satisfies Change).setMeta('addToHistory', false);
}

/** Shows which comment is looked at. */
export function setActiveComment(tr: Transaction, active: string | null): Transaction {
	return tr.setMeta(key, { active } satisfies Change).setMeta('addToHistory', false);
}

/** A comment on words of the body, with the anchor that the server has. */
export interface Anchored {
	id: string;
	blocking: boolean;
	anchor: TextAnchor;
}

/** The marks for these comments: those that are there stay where they are, others are looked for. */
export function placeComments(
	{ doc }: EditorState,
	present: readonly CommentMark[],
	comments: readonly Anchored[],
): CommentMark[] {
	const there = new Map(present.map((mark) => [mark.id, mark]));
	let shown: ShownText | undefined;
	return comments.flatMap(({ id, blocking, anchor }) => {
		const mark = there.get(id);
		if (mark) return [{ ...mark, blocking }];
		shown ??= new ShownText(doc);
		const found = findAnchor(shown.text, anchor);
		const place = found && shown.toDoc(found);
		return place && place.from < place.to ? [{ id, blocking, ...place }] : [];
	});
}

/** The anchors of marks in the text as it stands. */
export function anchorsOf({ doc }: EditorState, marks: readonly CommentMark[]): Map<string, TextAnchor> {
	const shown = new ShownText(doc);
	return new Map(
		marks.flatMap((mark) => {
			const range = shown.toText(mark);
			return range ? [[mark.id, anchorAt(shown.text, range)] as const] : [];
		}),
	);
}

/** The comments on the words at the cursor, the innermost first. */
export function commentsAt(state: EditorState): string[] {
	const { from, to } = state.selection;
	return commentMarks(state)
		.filter((mark) => mark.from <= from && mark.to >= to)
		.toSorted((a, b) => a.to - a.from - (b.to - b.from))
		.map(({ id }) => id);
}
