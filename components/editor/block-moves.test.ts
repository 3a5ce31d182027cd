import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { blockAt, copyRun, deleteRun, moveRun, type Run, selectedBlocks, selectedRun } from './block-moves';
import { bodyExtensions } from './extensions';

const schema = getSchema(bodyExtensions);

/** A state of paragraphs `一 二` and lists `(一 二)`; `|` is the cursor, two of them a selection. */
function state(words: string): EditorState {
	const marks: number[] = [];
	const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
	const blocks = words.match(/\([^)]*\)|\S+/g) ?? [];
	const doc = Node.fromJSON(schema, {
		type: 'doc',
		content: blocks.map((block) =>
			block.startsWith('(')
				? {
						type: 'bulletList',
						content: block
							.slice(1, -1)
							.split(' ')
							.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
					}
				: paragraph(block),
		),
	});
	doc.descendants((node, position) => {
		for (const [index, character] of [...(node.text ?? '')].entries()) {
			if (character === '|') marks.push(position + index);
		}
	});
	const selection = TextSelection.create(doc, marks[0] ?? 1, marks.at(-1) ?? 1);
	return EditorState.create({ doc, selection });
}

function words(doc: Node): string {
	return doc.children
		.map((block) =>
			block.type.name === 'bulletList'
				? `(${block.children.map((item) => item.textContent).join(' ')})`
				: block.textContent,
		)
		.join(' ');
}

const after = (transaction: Transaction | null) => transaction && words(transaction.doc);
const moved = (from: string, by: -1 | 1, run: (state: EditorState) => Run = selectedRun) => {
	const before = state(from);
	return after(moveRun(before, run(before), by));
};

describe('moveRun', () => {
	it.each([
		['up', '一 |二 三', -1, '|二 一 三'],
		['down', '一 |二 三', 1, '一 三 |二'],
		['not over the top', '|一 二', -1, null],
		['not under the foot', '一 |二', 1, null],
		['several at once', '一 二| 三| 四', 1, '一 四 二| 三|'],
		['an item in its list', '一 (甲 |乙 丙)', -1, '一 (|乙 甲 丙)'],
		['no item out of its list', '一 (|甲 乙)', -1, null],
		['a block over a list', '|一 (甲 乙)', 1, '(甲 乙) |一'],
		['a list with what is selected beside it', '一| (甲 乙|) 三', 1, '三 一| (甲 乙|)'],
	] as const)('moves %s', (_name, from, by, to) => expect(moved(from, by)).toBe(to));

	it('moves a whole list where blocks are asked for', () => {
		expect(moved('一 (甲 |乙)', -1, selectedBlocks)).toBe('(甲 |乙) 一');
	});

	it('keeps the selection on the same words', () => {
		const before = state('一一 二|二| 三三');
		const { tr } = { tr: moveRun(before, selectedRun(before), -1) };
		expect(tr?.doc.textBetween(tr.selection.from, tr.selection.to)).toBe('|二');
	});
});

it('copies behind the block, and goes there', () => {
	const before = state('一 |二 三');
	const copied = copyRun(before, selectedBlocks(before));
	expect(words(copied.doc)).toBe('一 |二 |二 三');
	expect(copied.selection.$from.index(0)).toBe(2);
});

it('deletes, and leaves a paragraph of what was all', () => {
	const before = state('一 |二 三');
	expect(words(deleteRun(before, selectedBlocks(before)).doc)).toBe('一 三');
	const only = state('|一');
	const { doc } = deleteRun(only, blockAt(only.doc, 0));
	expect([doc.childCount, doc.textContent]).toEqual([1, '']);
});
