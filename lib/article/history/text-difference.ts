import { diffArrays } from 'diff';
import { alignBlocks } from './align';
import { wordsIn } from './tree';
import { cutCharacters, cutSentences, cutWords, isMarkOnly } from './words';

/**
 * What changed from one text to another, as an editor marks it on a proof: words struck and words written in.
 * Myers' shortest edit over words (jsdiff) is only the raw material. Three things make it read like a hand's work:
 * changes slide to where clauses begin, a word that stood by chance between two rewritten passages is rewritten with
 * them, and inside a replaced word only the character that differs is marked.
 */

export type Op = 'same' | 'inserted' | 'deleted';

export interface TextRun {
	op: Op;
	text: string;
}

/** Between two sames: words that go, words that come. In a same both lists are one. */
interface Piece {
	same?: string[];
	deleted: string[];
	inserted: string[];
}

/** Edits beyond which words are no longer sought in the whole text: the search grows with their square. */
const maxEdits = 400;
/** Sentences of both texts, multiplied, that may be aligned: beyond that only equal ones are found. */
const maxSentencePairs = 1_500_000;

/**
 * The difference of two texts. Guaranteed: the runs without the inserted ones join to `before`, those without the
 * deleted ones to `after`; no two neighbours have the same op; where words are replaced the deleted run stands first.
 */
export function compareTexts(before: string, after: string): TextRun[] {
	if (before === after) return before === '' ? [] : [{ op: 'same', text: before }];
	if (before === '') return [{ op: 'inserted', text: after }];
	if (after === '') return [{ op: 'deleted', text: before }];
	const pieces = joinRewritten(slideAll(search(before, after)));
	return toRuns(pieces.flatMap(refine));
}

function search(before: string, after: string): Piece[] {
	const found = diffArrays(cutWords(before), cutWords(after), { maxEditLength: maxEdits });
	return found ? toPieces(found) : searchBySentence(cutSentences(before), cutSentences(after));
}

/** Long texts of which much has changed: first which sentence was which, then the words of each. */
function searchBySentence(before: string[], after: string[]): Piece[] {
	if (before.length * after.length > maxSentencePairs) return toPieces(diffArrays(before, after));
	const asNode = (text: string) => ({ type: 'text', text });
	const changes = alignBlocks(before.map(asNode), after.map(asNode)).flatMap((place): Change[] => {
		const removed = 'before' in place ? toList(place.before).map(wordsIn) : [];
		const added = 'after' in place ? toList(place.after).map(wordsIn) : [];
		if (place.kind === 'pair') {
			const words = diffArrays(cutWords(removed.join('')), cutWords(added.join('')), { maxEditLength: maxEdits });
			if (words) return words;
		}
		// What was carried elsewhere went from here and came there.
		const isHere = place.kind !== 'moved';
		return [
			{ value: isHere ? removed : [], removed: true },
			{ value: place.kind === 'left' ? [] : added, added: true },
		];
	});
	return toPieces(changes);
}

const toList = <Value>(value: Value | Value[]): Value[] => (Array.isArray(value) ? value : [value]);

/** What of jsdiff's answers is used. */
interface Change {
	value: string[];
	added?: boolean;
	removed?: boolean;
}

/** jsdiff's changes, with what goes and what comes at one place brought together. */
function toPieces(changes: readonly Change[]): Piece[] {
	const pieces: Piece[] = [];
	for (const { value, added, removed } of changes) {
		let last = pieces.at(-1);
		if (!added && !removed) {
			if (last?.same) last.same.push(...value);
			else pieces.push({ same: [...value], deleted: [], inserted: [] });
			continue;
		}
		if (!last || last.same) {
			last = { deleted: [], inserted: [] };
			pieces.push(last);
		}
		(added ? last.inserted : last.deleted).push(...value);
	}
	return pieces;
}

/**
 * An insertion between equal words can stand at several places: 甲说，[丙说，]乙说 and 甲说[，丙说]，乙说 give the
 * same text. Of these the one is taken that begins and ends where a sentence or a clause does.
 */
function slideAll(pieces: readonly Piece[]): Piece[] {
	const edge = (): Piece => ({ same: [], deleted: [], inserted: [] });
	const slid = [...(pieces[0]?.same ? [] : [edge()]), ...pieces, ...(pieces.at(-1)?.same ? [] : [edge()])];
	for (const [index, { same, deleted, inserted }] of slid.entries()) {
		const isOneSided = !same && (deleted.length === 0) !== (inserted.length === 0);
		const [before, after] = [slid[index - 1]?.same, slid[index + 1]?.same];
		if (isOneSided && before && after) slide(before, inserted.length > 0 ? inserted : deleted, after);
	}
	return slid;
}

/** Moves `change` between its neighbours, in place. */
function slide(before: string[], change: string[], after: string[]): void {
	const words = [...before, ...change, ...after];
	const { length } = change;
	let low = before.length;
	while (low > 0 && words[low - 1] === words[low + length - 1]) low--;
	let high = before.length;
	while (high + length < words.length && words[high] === words[high + length]) high++;
	const scoreAt = (at: number) => cutScore(words, at) + cutScore(words, at + length);
	let best = before.length;
	for (let at = low; at <= high; at++) if (scoreAt(at) > scoreAt(best)) best = at;
	if (best === before.length) return;
	before.splice(0, before.length, ...words.slice(0, best));
	change.splice(0, length, ...words.slice(best, best + length));
	after.splice(0, after.length, ...words.slice(best + length));
}

/** How good it is to cut before word `at`: behind a sentence, behind a clause, between words, before a mark. */
function cutScore(words: readonly string[], at: number): number {
	const [left, right] = [words[at - 1], words[at]];
	if (left === undefined || right === undefined || left.endsWith('\n') || left.endsWith('\u2029')) return 5;
	if (/[。！？!?]$/.test(left)) return /^[”’」』）]/.test(right) ? 1 : 4;
	if (/[，；：、,;:”’」』）]$/.test(left)) return 3;
	return isMarkOnly(right) ? 1 : 2;
}

/**
 * A 的 or 和 that two rewritten passages happen to share would cut one rewriting into crumbs: it is rewritten too. Marks
 * stay, for they part the sentence for the eye; so does all that is not small beside what changed around it.
 */
function joinRewritten(pieces: Piece[]): Piece[] {
	const joined: Piece[] = [];
	for (let index = 0; index < pieces.length; index++) {
		const piece = pieces[index] as Piece;
		const last = joined.at(-1);
		const next = pieces[index + 1];
		if (piece.same && last && next && isChance(piece.same, last, next)) {
			last.deleted.push(...piece.same, ...next.deleted);
			last.inserted.push(...piece.same, ...next.inserted);
			index++;
		} else joined.push(piece);
	}
	return joined;
}

const maxChance = 4;

function isChance(same: string[], last: Piece, next: Piece): boolean {
	const text = same.join('');
	if (text.length > maxChance || isMarkOnly(text) || /[。！？!?\n\u2029]/.test(text)) return false;
	const areBothReplaced = [last, next].every(({ deleted, inserted }) => deleted.length > 0 && inserted.length > 0);
	return areBothReplaced && 2 * text.length <= Math.min(sizeOf(last), sizeOf(next));
}

function sizeOf({ deleted, inserted }: Piece): number {
	return Math.max(deleted.join('').length, inserted.join('').length);
}

/** At least this part of two replaced passages must agree before they are laid against each other by characters. */
const alikeEnough = 2 / 3;
/** Beyond this many characters a replaced passage is compared by words only. */
const maxRefined = 60;

/**
 * A replaced passage by characters, where that is clearer: the dictionary may cut the same characters otherwise in
 * another neighbourhood, and 帐号 becomes 账号 by one character.
 */
function refine(piece: Piece): TextRun[] {
	if (piece.same) return [{ op: 'same', text: piece.same.join('') }];
	const [deleted, inserted] = [piece.deleted.join(''), piece.inserted.join('')];
	if (deleted === inserted) return [{ op: 'same', text: deleted }];
	const [from, to] = [cutCharacters(deleted), cutCharacters(inserted)];
	const longer = Math.max(from.length, to.length);
	if (longer <= maxRefined) {
		const found = toPieces(diffArrays(from, to));
		const kept = found.reduce((sum, { same }) => sum + (same?.length ?? 0), 0);
		if (kept >= alikeEnough * longer) return slideAll(found).flatMap(plainRuns);
	}
	return trimmed(piece, from, to);
}

function plainRuns({ same, deleted, inserted }: Piece): TextRun[] {
	if (same) return [{ op: 'same', text: same.join('') }];
	return [
		{ op: 'deleted', text: deleted.join('') },
		{ op: 'inserted', text: inserted.join('') },
	];
}

/** What differs may be this short for its word to be cut; longer changes are cut between words only. */
const shortChange = 2;

/** Equal characters at both ends of a replaced passage are no part of it, where that leaves whole words or little. */
function trimmed({ deleted, inserted }: Piece, from: string[], to: string[]): TextRun[] {
	const most = Math.min(from.length, to.length);
	let head = 0;
	while (head < most && from[head] === to[head]) head++;
	let tail = 0;
	while (tail < most - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
	if (Math.max(from.length, to.length) - head - tail > shortChange) {
		head = wholeWords(from.slice(0, head), deleted, inserted);
		tail = wholeWords(from.slice(from.length - tail).reverse(), deleted.toReversed(), inserted.toReversed());
	}
	return [
		{ op: 'same', text: from.slice(0, head).join('') },
		{ op: 'deleted', text: from.slice(head, from.length - tail).join('') },
		{ op: 'inserted', text: to.slice(head, to.length - tail).join('') },
		{ op: 'same', text: from.slice(from.length - tail).join('') },
	];
}

/** How many of the `common` characters end where a word of both lists ends. */
function wholeWords(common: readonly string[], a: readonly string[], b: readonly string[]): number {
	const ends = (words: readonly string[]) => {
		let end = 0;
		return new Set(words.map((word) => (end += word.length)));
	};
	const [endsOfA, endsOfB] = [ends(a), ends(b)];
	let whole = 0;
	let length = 0;
	for (const [index, character] of common.entries()) {
		length += character.length;
		if (endsOfA.has(length) && endsOfB.has(length)) whole = index + 1;
	}
	return whole;
}

/** Runs without empty ones, equal neighbours joined, deleted before inserted between two sames. */
function toRuns(raw: readonly TextRun[]): TextRun[] {
	const runs: TextRun[] = [];
	const open = { deleted: '', inserted: '' };
	const close = () => {
		for (const op of ['deleted', 'inserted'] as const) {
			if (open[op]) runs.push({ op, text: open[op] });
			open[op] = '';
		}
	};
	for (const { op, text } of raw) {
		if (text === '') continue;
		if (op !== 'same') {
			open[op] += text;
			continue;
		}
		close();
		const last = runs.at(-1);
		if (last?.op === 'same') last.text += text;
		else runs.push({ op, text });
	}
	close();
	return runs;
}
