import { getSchema } from '@tiptap/core';
import {
	chainCommands,
	deleteSelection,
	joinBackward,
	joinForward,
	liftEmptyBlock,
	selectAll,
	setBlockType,
	splitBlock,
	toggleMark,
} from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { liftListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { type Command, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedBody, type Block, Body, baseBody, openSuggestions } from '@/lib/article/body';
import { divider, figure, list, p, subhead, table } from '@/prisma/seed/story';
import { bodyExtensions } from './extensions';
import { suggestionMode } from './suggestion-mode';
import { toBlock, toBody } from './to-body';

const schema = getSchema(bodyExtensions);
const { nodes, marks } = schema;

let ids = 0;
const hand = (userId: string) => ({
	userId,
	now: () => '2026-11-26T02:03:04.567Z',
	newId: () => `suggest${String(ids++).padStart(5, '0')}`,
});

const stateOf = (doc: Node, userId: string) =>
	EditorState.create({ doc, plugins: [history(), suggestionMode(hand(userId), true)] });
const docOf = (...blocks: Block[]) => schema.nodeFromJSON({ type: 'doc', content: blocks });
const bodyOf = (doc: Node): Body => toBody(doc.children.map((node) => toBlock(node.toJSON())));
// Empty paragraphs at the end only give the cursor room.
const baseOf = (doc: Node) => toBody(baseBody(bodyOf(doc)).content);
const acceptedOf = (doc: Node) => toBody(acceptedBody(bodyOf(doc)).content);

/** The document with signs: [甲] put in, {甲} struck, + before a new block, - before one that goes, a was-name in <>. */
function drawn(doc: Node): string {
	const text = (node: Node) => {
		const names = node.marks.map((mark) => mark.type.name);
		const inner = `${names.includes('bold') ? '*' : ''}${node.isText ? node.text : '↵'}`;
		const ins = names.includes('insertion') ? `[${inner}]` : inner;
		return names.includes('deletion') ? `{${ins}}` : ins;
	};
	const block = (node: Node): string => {
		const { insertion, deletion, was } = node.attrs.change ?? {};
		const sign = `${insertion ? '+' : ''}${deletion ? '-' : ''}${was ? `<${was.type ?? was.attrs.caption}>` : ''}`;
		const name =
			{ paragraph: '', subhead: '#', figure: `图${node.attrs.caption}`, divider: '---' }[node.type.name] ??
			node.type.name;
		if (node.inlineContent) return `${sign}${name}${node.children.map(text).join('')}`;
		return node.isLeaf ? `${sign}${name}` : `${sign}${name}(${node.children.map(block).join(' | ')})`;
	};
	return doc.children.map(block).join(' | ');
}

/** Types with the cursor at `at`, or over `at` to `to`. */
const type = (state: EditorState, text: string, at: number, to = at) => {
	const there = select(state, at, to);
	return there.apply(there.tr.insertText(text));
};
const select = (state: EditorState, from: number, to = from) =>
	state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
function run(state: EditorState, command: Command): EditorState {
	let next = state;
	command(state, (transaction) => {
		next = state.apply(transaction);
	});
	return next;
}
/** Backspace and Delete over one character, as the surface hears of them. */
const backspace = (state: EditorState) => {
	const { head, empty } = state.selection;
	if (empty && state.selection.$head.parentOffset > 0) return state.apply(state.tr.delete(head - 1, head));
	return run(state, chainCommands(deleteSelection, joinBackward));
};

describe('what is done in suggestion mode', () => {
	it('typing', () => {
		const state = type(stateOf(docOf(p('甲乙')), 'lin'), '丙', 2);
		expect(drawn(state.doc)).toBe('甲[丙]乙');
		expect(state.selection.head).toBe(3);
	});

	it('typing on is one suggestion', () => {
		const state = type(type(stateOf(docOf(p('甲乙')), 'lin'), '丙', 2), '丁', 3);
		expect(drawn(state.doc)).toBe('甲[丙丁]乙');
		expect(openSuggestions(bodyOf(state.doc))).toHaveLength(1);
	});

	it('typing over words strikes them and goes on behind them, as one suggestion', () => {
		const state = type(stateOf(docOf(p('甲乙丙')), 'lin'), '丁', 2, 3);
		expect(drawn(state.doc)).toBe('甲{乙}[丁]丙');
		expect(state.selection.head).toBe(4);
		expect(openSuggestions(bodyOf(state.doc))).toHaveLength(1);
	});

	it('going back over words strikes one after the other', () => {
		const start = select(stateOf(docOf(p('甲乙丙')), 'lin'), 4);
		const state = backspace(backspace(start));
		expect(drawn(state.doc)).toBe('甲{乙丙}');
		expect(state.selection.head).toBe(2);
		expect(openSuggestions(bodyOf(state.doc))).toHaveLength(1);
	});

	it('striking what one has put in takes it away', () => {
		const state = backspace(type(stateOf(docOf(p('甲')), 'lin'), '乙', 2));
		expect(drawn(state.doc)).toBe('甲');
	});

	it('striking what another has put in keeps it, struck', () => {
		const theirs = type(stateOf(docOf(p('甲')), 'shen'), '乙', 2).doc;
		expect(drawn(backspace(select(stateOf(theirs, 'lin'), 3)).doc)).toBe('甲{[乙]}');
	});

	it('typing inside what another has put in is one’s own', () => {
		const theirs = type(stateOf(docOf(p('甲')), 'shen'), '乙丙', 2).doc;
		const state = type(stateOf(theirs, 'lin'), '丁', 3);
		expect(drawn(state.doc)).toBe('甲[乙][丁][丙]');
	});

	it('typing inside struck words stays', () => {
		const struck = run(select(stateOf(docOf(p('甲乙丙')), 'shen'), 1, 4), deleteSelection).doc;
		expect(drawn(type(stateOf(struck, 'lin'), '丁', 2).doc)).toBe('{甲}[丁]{乙丙}');
	});

	it('Enter parts a paragraph, Backspace takes that back', () => {
		const parted = run(select(stateOf(docOf(p('甲乙')), 'lin'), 2), splitBlock);
		expect(drawn(parted.doc)).toBe('甲 | +乙');
		expect(drawn(backspace(parted).doc)).toBe('甲乙');
	});

	it('Enter and typing at the end is one suggestion', () => {
		const parted = run(select(stateOf(docOf(p('甲')), 'lin'), 2), splitBlock);
		const state = type(parted, '乙', parted.selection.head);
		expect(drawn(state.doc)).toBe('甲 | +[乙]');
		expect(openSuggestions(bodyOf(state.doc))).toHaveLength(1);
	});

	it('Backspace at a paragraph’s beginning joins it, the cursor stands before', () => {
		const state = backspace(select(stateOf(docOf(p('甲'), p('乙')), 'lin'), 4));
		expect(drawn(state.doc)).toBe('甲 | -乙');
		expect(state.selection.head).toBe(2);
	});

	it('Delete at a paragraph’s end joins the next, the cursor stands behind', () => {
		const state = run(select(stateOf(docOf(p('甲'), p('乙')), 'lin'), 2), joinForward);
		expect(drawn(state.doc)).toBe('甲 | -乙');
		expect(state.selection.head).toBe(4);
	});

	it('striking over paragraphs', () => {
		const start = select(stateOf(docOf(p('甲一'), p('二'), p('三乙')), 'lin'), 2, 9);
		expect(drawn(run(start, deleteSelection).doc)).toBe('甲{一} | -{二} | -{三}乙');
	});

	it('pasting paragraphs into one', () => {
		const state = stateOf(docOf(p('甲乙')), 'lin');
		const slice = docOf(p('一'), p('二')).slice(1, 5);
		expect(drawn(state.apply(state.tr.replace(2, 2, slice)).doc)).toBe('甲[一] | +[二]乙');
	});

	it('a name of a block', () => {
		const state = run(select(stateOf(docOf(p('甲')), 'lin'), 1), setBlockType(nodes.subhead!));
		expect(drawn(state.doc)).toBe('<paragraph>#甲');
		expect(drawn(run(state, setBlockType(nodes.paragraph!)).doc)).toBe('甲');
	});

	it('names of several blocks', () => {
		const state = run(select(stateOf(docOf(p('甲'), p('乙')), 'lin'), 1, 5), setBlockType(nodes.subhead!));
		expect(drawn(state.doc)).toBe('<paragraph>#甲 | <paragraph>#乙');
	});

	it('bold', () => {
		const state = run(select(stateOf(docOf(p('甲乙丙')), 'lin'), 2, 3), toggleMark(marks.bold!));
		expect(drawn(state.doc)).toBe('甲{乙}[*乙]丙');
	});

	it('a picture put in, its words amended, one struck', () => {
		const empty = stateOf(docOf(p('甲'), figure('m', '旧', '', '')), 'lin');
		const put = empty.apply(empty.tr.insert(3, nodes.figure!.create({ media: 'n', caption: '新' })));
		expect(drawn(put.doc)).toBe('甲 | +图新 | 图旧');
		const amended = put.apply(put.tr.setNodeMarkup(4, undefined, { media: 'm', caption: '改', credit: '', alt: '' }));
		expect(drawn(amended.doc)).toBe('甲 | +图新 | <旧>图改');
		const struck = amended.apply(amended.tr.setSelection(NodeSelection.create(amended.doc, 4)));
		expect(drawn(run(struck, deleteSelection).doc)).toBe('甲 | +图新 | -<旧>图改');
		expect(
			drawn(run(amended.apply(amended.tr.setSelection(NodeSelection.create(amended.doc, 3))), deleteSelection).doc),
		).toBe('甲 | <旧>图改');
	});

	it('an item of a list parted', () => {
		const state = run(select(stateOf(docOf(list('甲乙')), 'lin'), 4), splitListItem(nodes.listItem!));
		expect(drawn(state.doc)).toBe('bulletList(listItem(甲) | +listItem(+乙))');
	});

	it('words in a table', () => {
		const state = type(stateOf(docOf(table(['甲'])), 'lin'), '乙', 5);
		expect(drawn(state.doc)).toBe('table(tableRow(tableHeader(甲[乙])))');
	});

	it('a list made of a paragraph, told as a whole', () => {
		const state = run(select(stateOf(docOf(p('甲'), p('乙')), 'lin'), 1), wrapInList(nodes.bulletList!));
		expect(drawn(state.doc)).toBe('-{甲} | +bulletList(listItem([甲])) | 乙');
	});

	it('undo takes the suggestion back whole, redo brings it', () => {
		const state = type(stateOf(docOf(p('甲乙丙')), 'lin'), '丁', 2, 3);
		const undone = run(state, undo);
		expect(drawn(undone.doc)).toBe('甲乙丙');
		expect(drawn(run(undone, redo).doc)).toBe('甲{乙}[丁]丙');
	});
});

const text = fc.string({ unit: fc.constantFrom('甲', '乙', '，', '5', '𠮷'), maxLength: 6 });
const block: fc.Arbitrary<Block> = fc.oneof(
	{ weight: 6, arbitrary: text.map((each) => p(each)) },
	text.map((each) => subhead(each)),
	fc.constant(divider()),
	text.map((each) => figure('m', each, '', '')),
	fc.array(text, { minLength: 1, maxLength: 3 }).map((each) => list(...each)),
	fc.array(text, { minLength: 2, maxLength: 2 }).map((each) => table(each, each)),
);
const act = fc.record({ kind: fc.nat(15), from: fc.nat(10_000), length: fc.nat(12), text, by: fc.nat(1) });
type Act = { kind: number; from: number; length: number; text: string; by: number };

/** Does one act of a writer at a random place; what the place does not allow does nothing. */
function perform(state: EditorState, { kind, from, length, text }: Act): EditorState {
	const size = state.doc.content.size;
	const start = state.doc.resolve(from % (size + 1));
	const end = state.doc.resolve(Math.min(size, start.pos + length));
	const there = state.apply(state.tr.setSelection(TextSelection.between(start, end)));
	const { from: a, to: b } = there.selection;
	const commands: Command[] = [
		(state, dispatch) => {
			dispatch?.(state.tr.insertText(text || '丁', a, b));
			return true;
		},
		(state, dispatch) => {
			dispatch?.(state.tr.insertText(text || '丁', a));
			return true;
		},
		deleteSelection,
		// Over a selection that ends in another list's item it throws.
		(state, dispatch) => state.selection.empty && splitBlock(state, dispatch),
		joinBackward,
		joinForward,
		toggleMark(marks.bold!),
		setBlockType(nodes.subhead!),
		setBlockType(nodes.paragraph!),
		wrapInList(nodes.bulletList!),
		liftListItem(nodes.listItem!),
		splitListItem(nodes.listItem!),
		chainCommands(selectAll, deleteSelection),
		liftEmptyBlock,
		(state, dispatch) => {
			dispatch?.(state.tr.replace(a, b, docOf(p('一'), subhead('二'), list('三')).slice(1, 5 + (length % 6))));
			return true;
		},
		(state, dispatch) => {
			dispatch?.(state.tr.deleteRange(a, b).insert(0, nodes.figure!.create({ media: 'n', caption: text })));
			return true;
		},
	];
	return run(there, commands[kind]!);
}

describe('whatever is done in suggestion mode', { timeout: 30_000 }, () => {
	const document = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => docOf(...blocks));

	it('what stands stays, by whomever and in whatever order', () => {
		fc.assert(
			fc.property(document, fc.array(act, { minLength: 1, maxLength: 12 }), (doc, acts) => {
				const stands = baseOf(doc);
				let present = doc;
				for (const each of acts) {
					present = perform(stateOf(present, each.by ? 'lin' : 'shen'), each).doc;
					present.check();
					expect(baseOf(present), drawn(present)).toEqual(stands);
				}
				expect(Body.safeParse(bodyOf(present)).error, drawn(present)).toBeUndefined();
			}),
			{ numRuns: 120 },
		);
	});

	it('with all taken it is what was done', () => {
		fc.assert(
			fc.property(document, act, (doc, each) => {
				const direct = perform(EditorState.create({ doc }), each);
				const suggested = perform(stateOf(doc, 'lin'), each);
				expect(acceptedOf(suggested.doc), drawn(suggested.doc)).toEqual(acceptedOf(direct.doc));
			}),
			{ numRuns: 120 },
		);
	});

	it('another’s suggestions stay', () => {
		fc.assert(
			fc.property(document, fc.array(act, { minLength: 1, maxLength: 4 }), act, (doc, theirs, mine) => {
				const before = theirs.reduce((state, each) => perform(state, each), stateOf(doc, 'shen'));
				const after = perform(stateOf(before.doc, 'lin'), mine);
				const idsOf = (doc: Node) =>
					openSuggestions({ content: doc.children.map((node) => toBlock(node.toJSON())) })
						.filter(({ userId }) => userId === 'shen')
						.map(({ id }) => id);
				expect(idsOf(after.doc).sort(), `${drawn(before.doc)} → ${drawn(after.doc)}`).toEqual(idsOf(before.doc).sort());
			}),
			{ numRuns: 120 },
		);
	});

	it('undo leads back', () => {
		fc.assert(
			fc.property(document, act, (doc, each) => {
				const done = perform(stateOf(doc, 'lin'), each);
				if (!done.doc.eq(doc)) expect(run(done, undo).doc.toJSON()).toEqual(doc.toJSON());
			}),
			{ numRuns: 60 },
		);
	});
});
