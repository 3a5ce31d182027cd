import type { Node } from '@tiptap/pm/model';
import { canonical } from '@/lib/article/canonical';
import type { SuggestedBy } from '@/lib/article/suggestion';
import type { Edit } from './suggestion-cover';
import { type Move, movesOf, type Renamed } from './suggestion-moves';
import { isTrueTo } from './suggestion-proof';
import { replaceWhole } from './suggestion-replace';
import { changeOn, ownSign, signed, signOn, unsigned, withChange } from './suggestion-sign';
import { type Built, buildBlocks, type Token, tokensOf } from './suggestion-tokens';

/** Who suggests, and since when what he suggests now. */
export interface Hand {
	userId: string;
	now: () => string;
	newId: () => string;
}

/** An edit as a suggestion: `blocks` stand where the edited document has those from `from` to `to`. */
export interface Tracked {
	from: number;
	to: number;
	blocks: Node[];
	/** Where a place of the edited document is then; `behindStruck`: behind what was struck there. */
	place: (position: number, behindStruck: boolean) => number;
}

/** The top-level blocks that an edit touched, and the one before them, which they may join. */
export interface Stretch {
	before: Node[];
	after: Node[];
	/** Where they began, and where they stand now. */
	fromA: number;
	fromB: number;
	toB: number;
}

/**
 * What an edit becomes when it is only suggested. Guaranteed: with every suggestion refused the document is what it was
 * with every suggestion refused before the edit; where the edit can be told word by word, with every suggestion taken
 * it is what the writer made. What cannot be told so (a table's new row, a list made of paragraphs) becomes the old
 * blocks struck and the new ones put in.
 */
export function trackEdit(edit: Edit, after: Node, hand: Hand): Tracked {
	const stretch = stretchOf(edit, after);
	const sign = { id: hand.newId(), userId: hand.userId, at: hand.now() };
	return trackFinely(edit, stretch, sign) ?? replaceWhole(stretch, sign);
}

function stretchOf({ before, fromA, toA, fromB, toB }: Edit, after: Node): Stretch {
	const first = Math.max(0, Math.min(indexAt(before, fromA), indexAt(after, fromB)) - 1);
	const behind = Math.min(restOf(before, toA), restOf(after, toB));
	const of = (doc: Node) => doc.children.slice(first, doc.childCount - behind);
	const fromStart = sizeOf(after.children.slice(0, first));
	return {
		before: of(before),
		after: of(after),
		fromA: sizeOf(before.children.slice(0, first)),
		fromB: fromStart,
		toB: fromStart + sizeOf(of(after)),
	};
}

function sizeOf(blocks: readonly Node[]): number {
	return blocks.reduce((sum, block) => sum + block.nodeSize, 0);
}

function indexAt(doc: Node, position: number): number {
	return doc.resolve(Math.min(position, doc.content.size)).index(0);
}

/** How many blocks stand behind the one that holds the position. */
function restOf(doc: Node, position: number): number {
	return Math.max(0, doc.childCount - indexAt(doc, position) - 1);
}

function trackFinely(edit: Edit, stretch: Stretch, sign: SuggestedBy): Tracked | null {
	const old = tokensOf(stretch.before, stretch.fromA);
	const present = tokensOf(stretch.after, stretch.fromB);
	const head = present.filter((token) => token.to <= edit.fromB);
	const tail = present.filter((token) => token.from >= edit.toB);
	const gone = old.filter((token) => token.from >= edit.fromA && token.from < edit.toA);
	const come = present.filter((token) => token.from >= edit.fromB && token.from < edit.toB);
	const stays = edit.isPlain ? typedBeside(head.at(-1), tail[0]) : () => false;
	const moves = movesOf(
		gone,
		come.filter((token) => !signOn(token, 'deletion') || stays(token)),
		!edit.isPlain,
	);
	const wanted = [...head, ...moves.flatMap(wantedOf), ...tail];
	try {
		const line = suggestLine(head, moves, tail, sign);
		const { blocks, places } = buildBlocks(
			line.map(({ token }) => token),
			stretch.fromB,
		);
		const isTrue = isTrueTo(blocks, { before: stretch.before, wanted: buildBlocks(wanted, stretch.fromB).blocks });
		return isTrue ? { from: stretch.fromB, to: stretch.toB, blocks, place: placeIn(line, places) } : null;
	} catch (error) {
		// The line makes no blocks that the schema allows: the edit cannot be told word by word.
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** What is typed inside struck words takes over their mark; it is new all the same, where moved words stay struck. */
function typedBeside(...neighbours: (Token | undefined)[]): (token: Token) => boolean {
	const ids = neighbours.map((token) => token && signOn(token, 'deletion')?.id);
	return (token) => ids.includes(signOn(token, 'deletion')?.id);
}

interface Item {
	token: Token;
	/** It stands in the edited document too; else the edit had taken it away. */
	isPresent: boolean;
}

function suggestLine(head: Token[], moves: Move[], tail: Token[], fresh: SuggestedBy): Item[] {
	const line: Item[] = head.map((token) => ({ token, isPresent: true }));
	let sign: SuggestedBy | null = null;
	moves.forEach((move, index) => {
		if (move.kind === 'same') {
			sign = null;
			line.push({ token: move.token, isPresent: true });
			return;
		}
		const next = moves.slice(index).find(({ kind }) => kind === 'same')?.token ?? tail[0];
		// What one does beside one's own suggestion belongs to it.
		sign ??= ownSign(line.at(-1)?.token, fresh.userId) ?? ownSign(next, fresh.userId) ?? fresh;
		line.push(...suggestMove(move, sign));
	});
	return [...line, ...tail.map((token) => ({ token, isPresent: true }))];
}

function suggestMove(move: Move, sign: SuggestedBy): Item[] {
	if (move.kind === 'new') return [{ token: signed(unsigned(move.token), 'insertion', sign), isPresent: true }];
	if (move.kind === 'renamed') return [{ token: renamed(move, sign), isPresent: true }];
	const { token } = move;
	// What one has put in oneself goes without a trace; what is struck already stays struck.
	if (signOn(token, 'insertion')?.userId === sign.userId) return [];
	return [{ token: signOn(token, 'deletion') ? token : signed(token, 'deletion', sign), isPresent: false }];
}

/** A block under its new name, which remembers the one that stands. Throws where another has suggested a name. */
function renamed({ token, was }: Renamed, sign: SuggestedBy): Token {
	const { was: origin, ...change } = changeOn(was.node);
	if (change.insertion) return { ...token, node: withChange(token.node, change) };
	if (origin && origin.userId !== sign.userId) throw new RangeError('Two names suggested for one block');
	const stands = origin ?? { ...sign, ...namesOf(was.node) };
	const isBack = canonical({ ...stands, ...namesOf(token.node) }) === canonical(stands);
	return { ...token, node: withChange(token.node, isBack ? change : { ...change, was: stands }) };
}

/** What a suggestion may change of a block: its kind, or a picture's words. */
function namesOf({ type, attrs: { change: _change, ...attrs } }: Node): {
	type?: string;
	attrs?: Record<string, unknown>;
} {
	return type.isTextblock ? { type: type.name } : { attrs };
}

/** The edited document's tokens without what is new in them being suggested. */
function wantedOf(move: Move): Token[] {
	if (move.kind === 'gone') return [];
	if (move.kind === 'new') return [unsigned(move.token)];
	if (move.kind !== 'renamed') return [move.token];
	const { was: _was, ...change } = changeOn(move.was.node);
	return [{ ...move.token, node: withChange(move.token.node, change) }];
}

function placeIn(line: readonly Item[], places: Built['places']): Tracked['place'] {
	return (position, behindStruck) => {
		const at = line.findLastIndex(({ token, isPresent }) => isPresent && token.to <= position);
		const present = line[at];
		if (!present) return position;
		let struck = at;
		while (line[struck + 1]?.isPresent === false) struck++;
		if (behindStruck && struck > at) return places[struck]!.to;
		// Between the last token and the next only ends of blocks lie.
		return struck > at ? places[at]!.to : places[at]!.to + position - present.token.to;
	};
}
