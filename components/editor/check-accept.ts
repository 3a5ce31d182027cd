import type { Editor } from '@tiptap/react';
import type { Hit } from '@/lib/check/check';
import { placeOfHit } from './check-place';
import type { Head } from './head';

/** Puts a suggestion in the place of a hit in the text; false where other words stand there by now. */
export function acceptInText(editor: Editor, hit: Hit, suggestion: string): boolean {
	const { doc, tr } = editor.state;
	const place = placeOfHit(doc, hit);
	if (!place) return false;
	if (place.kind === 'attribute') {
		if (place.text.slice(hit.from, hit.to) !== hit.text) return false;
		const text = place.text.slice(0, hit.from) + suggestion + place.text.slice(hit.to);
		editor.view.dispatch(tr.setNodeAttribute(place.position, place.name, text));
		return true;
	}
	if (doc.textBetween(place.from, place.to, '\n', '\n') !== hit.text) return false;
	editor.view.dispatch(
		suggestion === '' ? tr.delete(place.from, place.to) : tr.insertText(suggestion, place.from, place.to),
	);
	return true;
}

/** The head with a suggestion in the place of a hit; undefined where other words stand there by now. */
export function acceptInHead(
	head: Head,
	{ where, from, to, text }: Hit,
	suggestion: string,
): Partial<Head> | undefined {
	const replaced = (value: string | undefined) =>
		value?.slice(from, to) === text ? value.slice(0, from) + suggestion + value.slice(to) : undefined;
	if (where.in === 'head') {
		const value = replaced(head[where.field]);
		return value === undefined ? undefined : { [where.field]: value };
	}
	if (where.in === 'body') return undefined;
	const value = replaced(head.bylines[where.row]?.[where.field]);
	if (value === undefined) return undefined;
	return { bylines: head.bylines.map((row, at) => (at === where.row ? { ...row, [where.field]: value } : row)) };
}
