import { textBlockTypes } from '@/lib/article/suggestion';
import { differenceOf } from './suggestion-difference';
import { isSameToken, type Token } from './suggestion-tokens';

/** What became of one token; `renamed`: a block that is called otherwise now, or a picture whose words changed. */
export type Move = Plain | Renamed;

interface Plain {
	kind: 'same' | 'gone' | 'new';
	token: Token;
}

export interface Renamed {
	kind: 'renamed';
	token: Token;
	was: Token;
}

/** The way from one line of tokens to another; finely where the edit worked here and there. */
export function movesOf(before: readonly Token[], after: readonly Token[], finely: boolean): Move[] {
	const changes = differenceOf(before, after, isSameToken, finely);
	const moves: Move[] = [];
	for (let at = 0; at < changes.length; ) {
		const end = changes.findIndex(({ kind }, index) => index >= at && kind === 'same');
		const gap = changes.slice(at, end < 0 ? undefined : end);
		const of = (wanted: string) => gap.filter(({ kind }) => kind === wanted).map(({ item }) => item);
		moves.push(...movesOfGap(of('gone'), of('new'), finely));
		at += gap.length;
		const same = changes[at];
		if (same) moves.push({ kind: 'same', token: same.item });
		at++;
	}
	return moves;
}

function movesOfGap(gone: Token[], come: Token[], finely: boolean): Move[] {
	const [was, ...restGone] = gone;
	const [token, ...restCome] = come;
	if (was && token && isRenamed(was, token)) {
		return [{ kind: 'renamed', token, was }, ...movesOf(restGone, restCome, finely)];
	}
	return [
		...gone.map((token): Move => ({ kind: 'gone', token })),
		...come.map((token): Move => ({ kind: 'new', token })),
	];
}

function isRenamed(was: Token, token: Token): boolean {
	if (was.depth === null || was.depth !== token.depth) return false;
	const [before, after] = [was.node, token.node];
	const isTextBlock = (name: string) => (textBlockTypes as readonly string[]).includes(name);
	if (isTextBlock(before.type.name)) return isTextBlock(after.type.name);
	if (before.type !== after.type) return false;
	// Another picture is another figure, not the same one under other words.
	return before.type.name === 'figure'
		? before.attrs.media === after.attrs.media
		: withWords.includes(before.type.name);
}

/** Blocks besides figures whose words stand in their attributes. */
const withWords = ['gallery', 'embed'];
