import { beforeAll, expect, it } from 'vitest';
import { ArticleState, type ReviewStage } from '@/generated/prisma/enums';
import type { Actor } from '@/lib/auth/roles';
import { type ReturnTarget, rules, stageOfAct, type WorkflowAct } from './rules';
import { stages } from './signatures';
import { decide, type GuardedArticle } from './workflow';

/**
 * Every situation that any people can bring a story into by any acts, explored to the end. Four people hold every
 * role; one of them wrote it. The other three are alike, so that situations that differ by their names alone are one.
 */
const people = ['author', 'a', 'b', 'c'];
const acts = Object.keys(rules) as WorkflowAct[];

interface Situation {
	story: GuardedArticle;
	/** Who gave the signatures that hold, in order. */
	holders: string[];
	/** Whether the three signatures held when readers got what they have. */
	wasSignedByThree: boolean;
}

const everyRole = (userId: string): Actor => ({
	userId,
	paperId: 'p',
	name: '',
	department: '',
	roles: ['reporter', 'desk_editor', 'department_head', 'chief_on_duty', 'page_editor', 'chief_editor'],
	desks: [],
	ip: '',
});

const start: Situation = {
	story: {
		state: 'draft',
		desk: '',
		authorId: 'author',
		bylineUserIds: [],
		signed: [],
		signers: [],
		reviewMode: 'strict',
		heldFrom: null,
		blockingComments: 0,
		openSuggestions: 0,
		unresolvedErrors: 0,
		isEmbargoed: false,
		isPublished: false,
		isPrinted: false,
		isPlaced: false,
	},
	holders: [],
	wasSignedByThree: true,
};

/** One name for situations that differ only in who of the three alike is who. */
function nameOf({ story, holders, wasSignedByThree }: Situation): string {
	const { state, heldFrom, isPublished, isPrinted, isPlaced } = story;
	const each = people.map((who) => [
		who === 'author',
		stages.filter((stage) => story.signers.some((one) => one.userId === who && one.stage === stage)),
		holders.indexOf(who),
	]);
	return JSON.stringify([state, heldFrom, isPublished, isPrinted, isPlaced, wasSignedByThree, each.map(String).sort()]);
}

/** All situations that one act of one person leads to; an edit may leave all signatures, the first, or none. */
function next(from: Situation, act: WorkflowAct, who: string): Situation[] {
	const count = from.holders.length;
	const kept = act === 'save' ? [...new Set([count, Math.min(1, count), 0])] : [count];
	const targets: ReturnTarget[] = act === 'return' ? [null, ...stages] : [null];
	return kept.flatMap((keep) => targets.flatMap((returnTo) => follow(from, { act, who, keep, returnTo }) ?? []));
}

interface Step {
	act: WorkflowAct;
	who: string;
	keep: number;
	returnTo: ReturnTarget;
}

function follow(from: Situation, { act, who, keep, returnTo }: Step): Situation | undefined {
	const before = { ...from.story, signed: stages.slice(0, keep) };
	const decision = decide(act, before, everyRole(who), { returnTo });
	if ('refusal' in decision) return undefined;
	const stage = stageOfAct[act];
	const holders = holdersAfter(from.holders.slice(0, keep), { act, who, returnTo, stage });
	const story = { ...before, state: decision.to, signed: stages.slice(0, holders.length) };
	if (stage) story.signers = [...before.signers, { stage, userId: who }];
	if (act === 'hold') story.heldFrom = before.state;
	if (act === 'release') story.heldFrom = null;
	if (act === 'place') story.isPlaced = true;
	if (act === 'unplace') story.isPlaced = false;
	if (act === 'withdraw') story.isPublished = false;
	const reaches = act === 'publish' || act === 'publishOnline' || act === 'correct';
	if (reaches) Object.assign(story, { isPublished: true, isPrinted: before.isPrinted || act === 'publish' });
	const byThree = new Set(holders).size === 3 && !holders.includes('author');
	return { story, holders, wasSignedByThree: reaches ? byThree : from.wasSignedByThree };
}

function holdersAfter(
	holders: string[],
	{ act, who, returnTo, stage }: Omit<Step, 'keep'> & { stage: ReviewStage | undefined },
): string[] {
	if (act === 'return') return holders.slice(0, returnTo ? stages.indexOf(returnTo) : 0);
	if (act === 'unsign') return holders.slice(0, -1);
	if (act === 'spike') return [];
	return stage ? [...holders, who] : holders;
}

const reached = new Map<string, Situation>();
beforeAll(() => {
	// Half a million refusals: none of them needs to know where it was made.
	const limit = Error.stackTraceLimit;
	Error.stackTraceLimit = 0;
	const open = [start];
	for (let from = open.pop(); from; from = open.pop()) {
		if (reached.has(nameOf(from))) continue;
		reached.set(nameOf(from), from);
		for (const act of acts) for (const who of people) open.push(...next(from, act, who));
	}
	Error.stackTraceLimit = limit;
});

it('reaches every state', () => {
	const states = new Set([...reached.values()].map(({ story }) => story.state));
	expect([...states].sort()).toEqual(Object.values(ArticleState).sort());
});

it('gives readers nothing that three others than its author have not signed as it is', () => {
	const wrong = [...reached.values()].filter(({ story, wasSignedByThree }) => story.isPublished && !wasSignedByThree);
	expect(wrong).toEqual([]);
});

it('lets nobody sign two stages of a story', () => {
	for (const { story } of reached.values()) {
		for (const who of people) {
			const signed = new Set(story.signers.filter((one) => one.userId === who).map((one) => one.stage));
			expect(signed.size).toBeLessThanOrEqual(who === 'author' ? 0 : 1);
		}
	}
});

it('has as many signatures in each stage as its name says', () => {
	const count: Partial<Record<ArticleState, number>> = {
		submitted: 0,
		first_review: 0,
		second_review: 1,
		final_review: 2,
		signed_off: 3,
		placed: 3,
		locked: 3,
	};
	for (const { story, holders } of reached.values()) {
		if (story.state in count) expect(holders.length, story.state).toBe(count[story.state]);
	}
});

it('leaves no story stuck: from everywhere but a withdrawal a way leads on', () => {
	const stuck = [...reached.values()].filter(
		(from) =>
			from.story.state !== 'withdrawn' && !acts.some((act) => people.some((who) => next(from, act, who).length > 0)),
	);
	expect(stuck).toEqual([]);
});
