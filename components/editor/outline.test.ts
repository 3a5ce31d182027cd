import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { bodyExtensions } from './extensions';
import { entryAt, moveSection, outlineOf } from './outline';

const schema = getSchema(bodyExtensions);
const kinds: Record<string, string> = { '#': 'subhead', '?': 'question' };

/** Blocks after each other: `#一` is a 小标题, `?二` a question, all else text; `_` is empty. */
function stateOf(words: string): EditorState {
	const content = words.split(' ').map((word) => {
		const type = kinds[word.charAt(0)] ?? 'paragraph';
		return { type, ...(word !== '_' && { content: [{ type: 'text', text: word }] }) };
	});
	return EditorState.create({ doc: Node.fromJSON(schema, { type: 'doc', content }) });
}

const wordsOf = (doc: Node) => doc.children.map((block) => block.textContent || '_').join(' ');

it('lists 小标题 and 问, and knows which one is present', () => {
	const { doc } = stateOf('头 #一 ?二 答');
	const entries = outlineOf(doc);
	expect(entries.map(({ text }) => text)).toEqual(['#一', '?二']);
	expect([0, 4, 9, doc.content.size].map((position) => entryAt(entries, position))).toEqual([-1, 0, 1, 1]);
});

it.each([
	['up with its text', '头 #一 甲 #二 乙 丙', 1, -1, '头 #二 乙 丙 #一 甲'],
	['down', '头 #一 甲 #二 乙', 0, 1, '头 #二 乙 #一 甲'],
	['down over the last, before what is empty', '#一 甲 #二 乙 _', 0, 1, '#二 乙 #一 甲 _'],
	['not over the opening', '头 #一 甲', 0, -1, null],
	['with the questions under it', '#一 ?甲 答 #二 ?乙', 2, -1, '#二 ?乙 #一 ?甲 答'],
	['a question over a question', '#一 ?甲 答 ?乙 答答', 2, -1, '#一 ?乙 答答 ?甲 答'],
	['no question out of its section', '#一 ?甲 #二 ?乙', 3, -1, null],
	['no question over a 小标题', '#一 ?甲 #二 ?乙', 1, 1, null],
] as const)('moves %s', (_name, from, index, by, to) => {
	const moved = moveSection(stateOf(from), index, by);
	expect(moved && wordsOf(moved.doc)).toBe(to);
});
