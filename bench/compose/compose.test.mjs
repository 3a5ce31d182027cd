import { expect, it } from 'vitest';
import { summarise } from './compose.mjs';

it('takes the middle of the first pages that are full, and the slow end of the acts', () => {
	const pages = [
		{ first: 100, drags: [10, 20], refused: 1, others: [5] },
		{ first: null, drags: [30, 400], refused: 0, others: [15] },
		{ first: 300, drags: [], refused: 0, others: [] },
	];
	expect(summarise(pages)).toEqual({
		pages: 3,
		filled: 2,
		firstP50: 100,
		drags: 4,
		refused: 1,
		dragP50: 20,
		dragP95: 400,
		otherP95: 15,
	});
});
