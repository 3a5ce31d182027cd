import { describe, expect, it } from 'vitest';
import type { ReviewStage } from '@/generated/prisma/enums';
import { judgedRows, type ReviewRow, signedStages, stageNames, stages, stateAfter } from './signatures';

const letters: Record<string, ReviewStage> = { '1': 'first', '2': 'second', '3': 'final' };

/** `1a 2a`: the first and second stage signed content a. `2~b`: carried to b. `<1`: back to the first; `<`: to the author. */
function record(text: string): ReviewRow[] {
	return text
		.split(' ')
		.filter(Boolean)
		.map((word, index): ReviewRow => {
			const [, back, stage = '', carried, hash = ''] = /^(<)?([123])?(~)?(\w)?$/.exec(word) ?? [];
			const verdict = back ? 'returned' : carried ? 'carried' : 'signed';
			const shared = { verdict, hash, revision: index + 1, actorId: `p${stage}` } as const;
			return back
				? { ...shared, stage: 'final', returnTo: letters[stage] ?? null }
				: { ...shared, stage: letters[stage] ?? 'first', returnTo: null };
		});
}

const held = (text: string, hash: string) =>
	signedStages(record(text), hash)
		.map((stage) => stageNames[stage][0])
		.join('');

describe('signedStages', () => {
	it.each([
		['nothing signed', '', 'a', ''],
		['all three', '1a 2a 3a', 'a', '初复终'],
		['another content', '1a 2a 3a', 'b', ''],
		['carried to another content', '1a 2a 3a 1~b', 'b', '初'],
		['a content that was signed before', '1a 2a 3a 1~b 2b', 'a', '初复终'],
		['no stage without the one before it', '2a 3a', 'a', ''],
		['a return to the author ends all', '1a 2a <', 'a', ''],
		['a return to the first ends all', '1a 2a 3a <1', 'a', ''],
		['a return to the second leaves the first', '1a 2a 3a <2', 'a', '初'],
		['signed again after a return', '1a 2a <1 1a', 'a', '初'],
		['a return ends what stood for every content', '1a 1~b 2b < 1c', 'b', ''],
	])('%s', (_name, text, hash, expected) => {
		expect(held(text, hash)).toBe(expected);
	});
});

it('judgedRows names the reading on which a carried signature rests', () => {
	const judged = judgedRows(record('1a 2a 1~b 1~c'), 'c');
	expect(judged).toMatchObject([{ stage: 'first', row: { verdict: 'signed', hash: 'a', revision: 1 } }]);
});

it('stateAfter names the first stage without a signature', () => {
	expect([0, 1, 2, 3].map((count) => stateAfter(stages.slice(0, count)))).toEqual([
		'submitted',
		'second_review',
		'final_review',
		'signed_off',
	]);
});
