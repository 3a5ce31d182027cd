import type { CheckSettings, Hit, Part } from '@/lib/check/check';
import { whereKey } from '@/lib/check/check';
import { checkStory } from '@/lib/check/engine';
import { type CheckedStory, charactersOf, demoStories, ledgerOf, ownStories, settingsOf } from './corpus';
import { type Plant, planters, plantsOf } from './plants';

const isMark = ({ severity }: Hit) => severity !== 'info';

/** False marks in correct copy. */
export interface Precision {
	characters: number;
	marks: number;
	perThousand: number;
	/** What was marked, for the eye. */
	shown: string[];
}

export function measurePrecision(stories: readonly CheckedStory[], people: CheckSettings['people']): Precision {
	const characters = stories.reduce((sum, story) => sum + charactersOf(story), 0);
	const shown = stories.flatMap(({ key, day, parts }) =>
		checkStory(parts, settingsOf(day, people))
			.filter(isMark)
			.map(({ rule, text, message }) => `${key} ${rule} “${text.slice(0, 20)}” ${message}`),
	);
	return { characters, marks: shown.length, perThousand: round((shown.length * 1000) / characters), shown };
}

/** How many plants of a kind were found. */
export interface Recall {
	kind: string;
	planted: number;
	found: number;
	missed: string[];
}

export function measureRecall(
	stories: readonly CheckedStory[],
	people: CheckSettings['people'],
	each: number,
): Recall[] {
	const names = new Set(people.map(({ name }) => name).filter((name) => name.length > 2));
	return Object.entries(planters(stories, names)).map(([kind, planter], index) => {
		const plants = plantsOf(kind, planter, stories, each, 20261126 + index);
		const missed = plants.filter((plant) => !isFound(plant, people)).map(show);
		return { kind, planted: plants.length, found: plants.length - missed.length, missed };
	});
}

/** A mark at the place that was not there before the error was. */
function isFound({ story, parts, part, from, to }: Plant, people: CheckSettings['people']): boolean {
	const settings = settingsOf(story.day, people);
	const place = whereKey((parts[part] as Part).where);
	const before = new Set(checkStory(story.parts, settings).map((hit) => `${hit.rule} ${hit.text}`));
	return checkStory(parts, settings).some(
		(hit) =>
			isMark(hit) &&
			whereKey(hit.where) === place &&
			hit.from < to &&
			from < hit.to &&
			!before.has(`${hit.rule} ${hit.text}`),
	);
}

function show({ parts, part, from, to }: Plant): string {
	return (parts[part] as Part).text.slice(Math.max(0, from), to);
}

/** Milliseconds for a story of 3,000 字: all of it for the first time, and again after one paragraph changed. */
export function measureSpeed(rounds: number): {
	words: number;
	firstMs: number;
	p50Ms: number;
	p95Ms: number;
	againMs: number;
} {
	const paragraphs = demoStories.flatMap(({ parts }) => parts.filter(({ role }) => role === 'paragraph'));
	const parts: Part[] = [];
	for (let words = 0; words < 3000; words += parts.at(-1)?.text.length ?? 0) {
		const text = paragraphs[parts.length % paragraphs.length]?.text ?? '';
		parts.push({ where: { in: 'body', block: parts.length, text: 0 }, role: 'paragraph', text });
	}
	const people = ledgerOf(demoStories);
	const times = Array.from({ length: rounds }, () => timed(parts, settingsOf('2026-11-22', people)));
	const sorted = times
		.map(({ whole }) => whole)
		.slice(1)
		.sort((a, b) => a - b);
	return {
		words: parts.reduce((sum, { text }) => sum + text.length, 0),
		firstMs: round(times[0]?.whole ?? 0),
		p50Ms: round(sorted[Math.floor(sorted.length / 2)] ?? 0),
		p95Ms: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
		againMs: round(times.map(({ again }) => again).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0),
	};
}

function timed(parts: readonly Part[], settings: CheckSettings): { whole: number; again: number } {
	const memory = { found: new Map() };
	const start = performance.now();
	checkStory(parts, settings, memory);
	const middle = performance.now();
	const last = parts.length - 1;
	const changed = parts.with(last, { ...(parts[last] as Part), text: `${parts[last]?.text}又写了一句。` });
	checkStory(changed, settings, memory);
	return { whole: middle - start, again: performance.now() - middle };
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

export { demoStories, ledgerOf, ownStories };
