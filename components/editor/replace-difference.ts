import { Fragment, type Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';

/**
 * Puts blocks in place of those from `from` to `to`, touching only what differs, so that places elsewhere, and most in
 * the same block, stay what they were.
 */
export function replaceDifference(tr: Transaction, from: number, to: number, blocks: readonly Node[]): Transaction {
	const { doc } = tr;
	const present = doc.slice(from, to).content;
	const wanted = Fragment.fromArray([...blocks]);
	const start = present.findDiffStart(wanted, from);
	const end = present.findDiffEnd(wanted, to, from + wanted.size);
	if (start === null || end === null) return tr;
	// Where the same characters stand before and behind, the two ends may have passed each other.
	const overlap = Math.max(0, start - Math.min(end.a, end.b));
	const whole = doc.copy(doc.content.cut(0, from).append(wanted).append(doc.content.cut(to)));
	const step = new ReplaceStep(start, end.a + overlap, whole.slice(start, end.b + overlap));
	return step.apply(doc).failed ? tr.replaceWith(from, to, wanted) : tr.step(step);
}
