import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Body } from '@/lib/article/body';
import { bodyOf } from './blocks';
import { bodyExtensions } from './extensions';
import { bodyChange } from './show-body';

const schema = getSchema(bodyExtensions);
const p = (text: string): Block => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) });
const bodyOfTexts = (texts: string[]): Body => ({ type: 'doc', content: texts.map(p) });
const stateOf = (texts: string[]) => EditorState.create({ doc: schema.nodeFromJSON(bodyOfTexts(texts)) });

/** The state with the caret behind the n-th character of the text. */
function withCaret(texts: string[], behind: string): EditorState {
	const state = stateOf(texts);
	let at = 0;
	state.doc.descendants((node, pos) => {
		const index = node.isText ? (node.text ?? '').indexOf(behind) : -1;
		if (index >= 0) at = pos + index + behind.length;
	});
	return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
}

const caretOf = ({ doc, selection }: EditorState) => doc.textBetween(0, selection.from, '|').slice(-2);

describe('bodyChange', () => {
	it.each([
		['written on in another paragraph', ['甲乙', '丙丁'], ['甲乙又', '丙丁'], '丙'],
		['a paragraph put in before', ['甲乙', '丙丁'], ['新', '甲乙', '丙丁'], '丙'],
		['a paragraph removed before', ['甲乙', '戊', '丙丁'], ['甲乙', '丙丁'], '丙'],
		['the same paragraph changed after the caret', ['甲乙丙丁'], ['甲乙丙又'], '乙'],
		['the same paragraph changed before the caret', ['甲乙丙丁'], ['又甲乙丙丁'], '丙'],
	])('leaves the caret at its word: %s', (_, before, after, word) => {
		const state = withCaret(before, word);
		const next = state.apply(bodyChange(state, bodyOfTexts(after)));
		expect(bodyOf(next.doc)).toEqual(bodyOfTexts(after));
		expect(caretOf(next)).toBe(caretOf(state));
	});

	it('leaves the empty paragraph in which one is about to write', () => {
		const state = stateOf(['甲', '']);
		const next = state.apply(bodyChange(state, bodyOfTexts(['甲又'])));
		expect(next.doc.children.map((node) => node.textContent)).toEqual(['甲又', '']);
	});

	it('changes nothing where nothing differs', () => {
		const state = stateOf(['甲', '乙']);
		expect(bodyChange(state, bodyOfTexts(['甲', '乙'])).docChanged).toBe(false);
	});

	it('makes any body of any other', () => {
		const texts = fc.array(fc.string({ unit: fc.constantFrom('好', '的', '湖'), minLength: 1, maxLength: 5 }), {
			minLength: 1,
			maxLength: 6,
		});
		fc.assert(
			fc.property(texts, texts, (before, after) => {
				const state = stateOf(before);
				const next = state.apply(bodyChange(state, bodyOfTexts(after)));
				next.doc.check();
				expect(bodyOf(next.doc)).toEqual(bodyOfTexts(after));
			}),
		);
	});
});
