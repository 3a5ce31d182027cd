import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActRow, maxSteps, type RevisionRow, stepsOf, toEntries } from './sittings';

const at = (clock: string) => new Date(`2026-11-22T${clock}:00+08:00`);

const revision = (
	number: number,
	actorName: string,
	clock: string,
	words = 100,
	names: string[] = [],
): RevisionRow => ({
	number,
	actorId: actorName,
	actorName,
	savedAt: at(clock),
	words,
	names: names.map((name) => ({ name, actorName, isOfAct: false })),
});

const act = (name: string, actorName: string, clock: string, revision: number | null = null): ActRow => ({
	act: name,
	actorName,
	at: at(clock),
	revision,
	note: '',
});

/** A line an entry: 3–5 林述 +20 for a sitting, the act and its actor for an act. */
function lines(revisions: RevisionRow[], acts: ActRow[] = [], wordsBefore: number | null = 0): string[] {
	return toEntries({ revisions, acts, saveNotes: [], wordsBefore }).map((entry) => {
		if (entry.kind === 'act') return `${entry.act} ${entry.actorName}`;
		const { first, last, actorName, wordsAdded } = entry;
		return `${first === last ? first : `${first}–${last}`} ${actorName} ${wordsAdded}`;
	});
}

describe('toEntries', () => {
	it('folds what one person saved in one go, and tells what it added', () => {
		const rows = [
			revision(4, '林述', '10:08', 130),
			revision(3, '沈知远', '10:05', 120),
			revision(2, '沈知远', '10:02', 80),
			revision(1, '沈知远', '10:00', 0),
		];
		expect(lines(rows)).toEqual(['4 林述 10', '1–3 沈知远 120']);
		expect(toEntries({ revisions: rows, acts: [], saveNotes: [], wordsBefore: 0 })[1]).toMatchObject({
			startedAt: at('10:00'),
			savedAt: at('10:05'),
			revisions: [{ number: 3 }, { number: 2 }, { number: 1 }],
		});
	});

	it('begins anew after a pause, another day, a name, an act and a restored revision', () => {
		expect(lines([revision(2, '林述', '10:21'), revision(1, '林述', '10:00')])).toHaveLength(2);
		expect(lines([revision(2, '林述', '10:20'), revision(1, '林述', '10:00')])).toHaveLength(1);
		expect(lines([revision(2, '林述', '10:02'), revision(1, '林述', '10:00', 1, ['初稿'])])).toHaveLength(2);
		expect(
			lines([revision(2, '林述', '10:02'), revision(1, '林述', '10:00')], [act('submit', '林述', '10:01', 1)]),
		).toEqual(['2 林述 0', 'submit 林述', '1 林述 100']);
		const night = { ...revision(1, '林述', '10:00'), savedAt: new Date('2026-11-21T23:59:00+08:00') };
		const morning = { ...revision(2, '林述', '10:00'), savedAt: new Date('2026-11-22T00:01:00+08:00') };
		expect(lines([morning, night])).toHaveLength(2);
		const restored = toEntries({
			revisions: [revision(3, '林述', '10:02'), revision(2, '林述', '10:01'), revision(1, '林述', '10:00')],
			acts: [],
			saveNotes: [{ revision: 2, restoredFrom: 1, note: '复审、终审签名作废' }],
			wordsBefore: 0,
		});
		expect(restored).toMatchObject([
			{ last: 3 },
			{ last: 2, restoredFrom: 1, notes: ['复审、终审签名作废'] },
			{ last: 1 },
		]);
	});

	it('puts acts by the revision they were about, else by their time', () => {
		const rows = [revision(3, '林述', '10:30'), revision(2, '沈知远', '10:20'), revision(1, '沈知远', '10:10')];
		const acts = [
			act('place', '丁一舟', '10:40'),
			// The clocks of saves and acts may differ by a moment: the revision decides.
			act('submit', '沈知远', '10:31', 2),
			act('take', '林述', '10:25'),
		];
		expect(lines(rows, acts)).toEqual(['place 丁一舟', '3 林述 0', 'submit 沈知远', 'take 林述', '1–2 沈知远 100']);
	});

	it('does not know what the last sitting of a page added', () => {
		expect(lines([revision(7, '林述', '10:00')], [], null)).toEqual(['7 林述 null']);
	});

	it('has each revision in one sitting and every act once, in order', () => {
		const rows = fc
			.array(fc.record({ actor: fc.constantFrom('林述', '沈知远'), minutes: fc.nat(40) }), { maxLength: 30 })
			.map((saves) => {
				let time = 0;
				return saves.map(({ actor, minutes }, index) => {
					time += minutes;
					return { ...revision(index + 1, actor, '00:00'), savedAt: new Date(at('00:00').getTime() + time * 60_000) };
				});
			});
		const acts = fc.array(
			fc.nat(1200).map((minutes) => ({
				...act('take', '林述', '00:00'),
				at: new Date(at('00:00').getTime() + minutes * 60_000),
			})),
			{ maxLength: 5 },
		);
		fc.assert(
			fc.property(rows, acts, (oldestFirst, acts) => {
				const entries = toEntries({ revisions: oldestFirst.toReversed(), acts, saveNotes: [], wordsBefore: 0 });
				const numbers = entries.flatMap((entry) =>
					entry.kind === 'sitting' ? entry.revisions.map(({ number }) => number) : [],
				);
				expect(numbers).toEqual(oldestFirst.map(({ number }) => number).toReversed());
				expect(entries.filter(({ kind }) => kind === 'act')).toHaveLength(acts.length);
				const times = entries.map((entry) => (entry.kind === 'act' ? entry.at : entry.savedAt).getTime());
				expect(times).toEqual(times.toSorted((a, b) => b - a));
			}),
		);
	});
});

describe('stepsOf', () => {
	const rows = (count: number, actor: (index: number) => string, minutes: number) =>
		Array.from({ length: count }, (_, index) => ({
			number: index + 1,
			actorId: actor(index),
			actorName: actor(index),
			savedAt: new Date(at('00:00').getTime() + index * minutes * 60_000),
		}));

	it('takes the last revision of each sitting', () => {
		const saves = rows(6, (index) => (index < 3 ? '沈知远' : '林述'), 5);
		expect(stepsOf(saves).map(({ number }) => number)).toEqual([3, 6]);
	});

	it('takes the stretches of one person where sittings are too many', () => {
		const saves = rows(200, (index) => (index < 100 ? '沈知远' : '林述'), 30);
		expect(stepsOf(saves).map(({ number, actorName }) => `${number} ${actorName}`)).toEqual(['100 沈知远', '200 林述']);
	});

	it('makes one of several hands of the oldest where persons change too often', () => {
		const saves = rows(maxSteps + 10, (index) => (index % 2 === 0 ? '沈知远' : '林述'), 30);
		const steps = stepsOf(saves);
		expect(steps).toHaveLength(maxSteps);
		expect(steps[0]).toMatchObject({ number: 11, actorId: null, actorName: '多人' });
		expect(steps.at(-1)).toMatchObject({ number: maxSteps + 10, actorName: '林述' });
		expect(stepsOf(saves.slice(0, maxSteps))[0]).toMatchObject({ number: 1, actorName: '沈知远' });
	});
});
