import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { anchorAt } from '@/lib/article/comment/anchor';
import { type CommentPlace, commentLimits, proposalPlaces } from '@/lib/article/comment/schema';
import type { SuggestedBy, Verdict } from '@/lib/article/suggestion';
import { commentMarks } from './comment-marks';
import type { Draft } from './remarks';
import { ShownText } from './shown-text';
import { settleSuggestions } from './suggestion-settle';
import { currentSuggestion, suggestionPlaces } from './suggestion-signs';

/** Takes or refuses suggestions; false where there was none. */
export function decideOn(editor: Editor, verdict: Verdict, which: (suggestion: SuggestedBy) => boolean): boolean {
	const transaction = settleSuggestions(editor.state, (one) => (which(one) ? verdict : 'keep'));
	if (transaction) editor.view.dispatch(transaction.scrollIntoView());
	return transaction !== null;
}

/** The same with the suggestion that is looked at, then on to the next. */
export function decideOnCurrent(editor: Editor, verdict: Verdict): boolean {
	const id = currentSuggestion(editor.state);
	return id !== null && decideOn(editor, verdict, (one) => one.id === id);
}

/** Goes to the next remark behind the cursor, or before it; round from the last to the first. Answers which. */
export function goToRemark(editor: Editor, by: 1 | -1): string | null {
	const { doc, selection } = editor.state;
	const comments = commentMarks(editor.state).map(({ id, from }) => ({ id, position: from }));
	const places = [...suggestionPlaces(doc), ...comments].sort((a, b) => a.position - b.position);
	const here = selection.from;
	const next =
		by > 0 ? places.find(({ position }) => position > here) : places.findLast(({ position }) => position < here);
	const target = next ?? places.at(by > 0 ? 0 : -1);
	if (!target) return null;
	goToPlace(editor, target.position);
	return target.id;
}

/** Puts the cursor to a place of the text, or selects the picture that stands there, and shows it. */
export function goToPlace(editor: Editor, position: number): void {
	const { doc, tr } = editor.state;
	const node = doc.nodeAt(position);
	const isBlock = node?.isAtom && !node.isInline;
	const selection = isBlock ? NodeSelection.create(doc, position) : TextSelection.near(doc.resolve(position));
	editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
}

/** What a comment made now would be on: the selected words of the text or of a head field, a head field, or the whole. */
export function draftHere(editor: Editor): Draft {
	const field = document.activeElement?.closest<HTMLElement>('[data-head]');
	if (field) return draftOnHead(field);
	const { selection, doc } = editor.state;
	if (selection.empty) return { place: 'article', anchor: null, proposal: null };
	const shown = new ShownText(doc);
	const range = shown.toText(selection);
	if (!range) return { place: 'article', anchor: null, proposal: null };
	// No more than can be kept: the rest of a very long stretch is told by where it begins.
	const to = Math.min(range.to, range.from + commentLimits.exact);
	return { place: 'body', anchor: anchorAt(shown.text, { from: range.from, to }), proposal: null };
}

/** A comment on a head field: on the words that are selected in it, else on all of it. */
export function draftOnHead(field: HTMLElement): Draft {
	const place = field.dataset.head as CommentPlace;
	const isInput = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
	const text = isInput ? field.value : (field.textContent ?? '');
	const [from, to] = isInput ? [field.selectionStart ?? 0, field.selectionEnd ?? 0] : [0, 0];
	const canPropose = (proposalPlaces as readonly string[]).includes(place);
	return {
		place,
		anchor: anchorAt(text, from < to ? { from, to } : { from: 0, to: text.length }),
		proposal: canPropose ? text : null,
	};
}
