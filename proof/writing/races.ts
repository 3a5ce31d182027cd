import { createArticle } from '@/lib/article/write';
import { db } from '@/lib/db';
import type { Person } from './person';
import { contentOf, lostBetween, newWord, paragraphsOf, wordsIn, wordsOfRevisions } from './words';
import { type LateAnswer, Writer } from './writer';

/** What a race found. Every list is empty where all is well. */
export interface Race {
	/** Words that an acknowledged save had and the next revision had not, or that the last has not. */
	lost: string[];
	/** Words of somebody who was refused, and that he no longer has. */
	dropped: string[];
	/** Refusals that did not bring the version that was saved meanwhile. */
	mute: LateAnswer[];
	/** Saves that were acknowledged, and saves that came too late. */
	saves: number;
	late: number;
}

export type RaceKind = keyof typeof races;

/** The people who may write one another's stories; every race picks from them. */
export interface Field {
	people: Person[];
	/** One who may take an article from its writer. */
	editor: Person;
}

/** Each on an article of its own, of four paragraphs. */
export const races = {
	/** 2–16 pages save the same version at once, and no page is the writer's. */
	together: (field: Field) => sprint(field, false),
	/** The same, each page wanting to be the writer's. */
	forThePlace: (field: Field) => sprint(field, true),
	steal,
	slept,
	offline,
};

/** The editor keeps on the machine what was typed, so long after the last key. */
const keptMilliseconds = 400;

async function newArticle(author: Person): Promise<string> {
	const content = contentOf(['一', '二', '三', '四']);
	return (await createArticle(author.actor, { requestId: crypto.randomUUID(), content })).id;
}

const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)]!;
const upTo = (most: number) => Math.floor(Math.random() * most);
const pause = (most: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * most));

async function sprint({ people }: Field, withPlace: boolean): Promise<Race> {
	// One person's pages: another person's live page would be refused before compare and set is asked.
	const person = pick(people);
	const id = await newArticle(person);
	const runners = Array.from({ length: 2 + upTo(15) }, () => newWord());
	const answers = await Promise.all(
		runners.map(async (word, runner) => {
			const body = {
				requestId: crypto.randomUUID(),
				baseRevision: 1,
				content: contentOf(['一', '二', '三', '四'].with(runner % 4, word)),
				...(withPlace && { tab: crypto.randomUUID() }),
			};
			const response = await person.ask(`/api/article/${id}`, { method: 'PUT', body: JSON.stringify(body) });
			return { word, status: response.status, answer: await response.json() };
		}),
	);
	const saved = answers.filter(({ status }) => status === 200);
	const late = answers.filter(({ status }) => status === 409).map(({ answer }) => answer as LateAnswer);
	const revisions = await wordsOfRevisions(id);
	const last = revisions.at(-1) ?? [];
	return {
		lost: [...saved.map(({ word }) => word).filter((word) => !last.includes(word)), ...lostBetween(revisions)],
		dropped: [],
		mute: late.filter((one) => !bringsTheirs(one, revisions)),
		saves: saved.length,
		late: late.length,
	};
}

/** The writer types and saves while an editor takes the article from him; then he gets it back. */
async function steal({ people, editor }: Field): Promise<Race> {
	const [one, other] = await open(pick(people.filter((person) => person !== editor)), editor);
	await one.act('take');
	const typing = (async () => {
		for (let word = 0; word < 3; word++) {
			one.type(upTo(4));
			await pause(20);
			if ((await one.settle()) === 'taken') return;
		}
		one.type(upTo(4));
	})();
	await pause(60);
	await other.act('force');
	await other.open();
	other.type(upTo(4));
	await other.settle();
	await typing;
	if ((await one.settle()) === 'taken') await other.act('leave');
	return finish(one, other);
}

/** A writer who sleeps past his time; another takes the article meanwhile, and both go on. */
async function slept({ people }: Field): Promise<Race> {
	const [one, other] = await open(pick(people), pick(people));
	one.type(upTo(4));
	await one.settle();
	await db.$executeRaw`
		UPDATE "ArticleLock" SET "seenAt" = "seenAt" - interval '31 seconds' WHERE "articleId" = ${one.articleId}`;
	await other.open();
	one.type(upTo(4));
	other.type(upTo(4));
	const [first] = await Promise.all([one.settle(), other.settle()]);
	await (first === 'taken' ? other : one).act('leave');
	return finish(one, other);
}

/** A writer goes on without a network while an editor changes his story; then both are brought together. */
async function offline({ people, editor }: Field): Promise<Race> {
	const [one, other] = await open(pick(people.filter((person) => person !== editor)), editor);
	await one.act('take');
	one.isOffline = true;
	one.type(upTo(4));
	await other.act('force');
	await other.open();
	other.type(upTo(4));
	await other.settle();
	one.type(upTo(4));
	await other.act('leave');
	// His machine has it by then, whatever becomes of the page.
	await new Promise((resolve) => setTimeout(resolve, keptMilliseconds));
	one.isOffline = false;
	return finish(one, other);
}

async function open(one: Person, other: Person): Promise<[Writer, Writer]> {
	const id = await newArticle(one);
	const writers: [Writer, Writer] = [new Writer(one, id), new Writer(other, id)];
	for (const writer of writers) await writer.open();
	return writers;
}

/** Whoever has unsaved words writes until they are saved; then everything must be there. */
async function finish(...writers: Writer[]): Promise<Race> {
	const id = writers[0]!.articleId;
	const saved = new Set((await wordsOfRevisions(id)).flat());
	const dropped = writers.filter((writer) => !writer.keeps(saved)).flatMap((writer) => writer.typed);
	for (const writer of writers) {
		// Nobody is taken for dead by the clock here: who waits is given the place.
		for (const other of writers) if (other !== writer) await other.act('leave');
		if ((await writer.settle()) === 'saved') continue;
		await writer.open();
		const outcome = await writer.settle();
		if (outcome !== 'saved') throw new Error(`A writer whom nobody hinders ended as ${outcome}`);
	}
	const revisions = await wordsOfRevisions(id);
	const last = revisions.at(-1) ?? [];
	const late = writers.flatMap((writer) => writer.late);
	return {
		lost: [...writers.flatMap(({ typed }) => typed).filter((word) => !last.includes(word)), ...lostBetween(revisions)],
		dropped,
		mute: late.filter((one) => !bringsTheirs(one, revisions)),
		saves: revisions.length - 1,
		late: late.length,
	};
}

/** Whether a refusal brought a version as it stands in the record, later than the one that was written on. */
function bringsTheirs({ theirs }: LateAnswer, revisions: readonly string[][]): boolean {
	if (!theirs) return false;
	const words = wordsIn(paragraphsOf(theirs.content).join(''));
	return words.join() === revisions[theirs.revision - 1]?.join();
}
