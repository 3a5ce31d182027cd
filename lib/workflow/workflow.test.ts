import { describe, expect, it } from 'vitest';
import { ArticleState, ReviewMode, Role } from '@/generated/prisma/enums';
import type { Actor } from '@/lib/auth/roles';
import { returnTargets, rules, type WorkflowAct } from './rules';
import { stages } from './signatures';
import { allowedActs, decide, type GuardedArticle } from './workflow';

const actor = (role: Role, userId = 'other', desks: string[] = []): Actor => ({
	userId,
	paperId: 'p',
	name: '',
	department: '',
	roles: [role],
	desks,
	ip: '',
});

/** The signatures that an article in this state has when nothing was edited since. */
const signedBefore: Partial<Record<ArticleState, number>> = {
	second_review: 1,
	final_review: 2,
	signed_off: 3,
	placed: 3,
	locked: 3,
	published: 3,
	corrected: 3,
};

const article = (overrides: Partial<GuardedArticle> = {}): GuardedArticle => ({
	state: 'draft',
	desk: '采访部',
	authorId: 'author',
	bylineUserIds: [],
	signed: stages.slice(0, signedBefore[overrides.state ?? 'draft'] ?? 0),
	signers: [],
	reviewMode: 'strict',
	heldFrom: null,
	blockingComments: 0,
	openSuggestions: 0,
	unresolvedErrors: 0,
	isEmbargoed: false,
	isPublished: ['published', 'corrected'].includes(overrides.state ?? ''),
	isPrinted: ['published', 'corrected'].includes(overrides.state ?? ''),
	isPlaced: ['placed', 'locked'].includes(overrides.state ?? ''),
	...overrides,
});
const states = Object.values(ArticleState);
const roles = Object.values(Role);
const acts = Object.keys(rules) as WorkflowAct[];
const reached = (...args: Parameters<typeof decide>) => {
	const decision = decide(...args);
	return 'to' in decision ? decision.to : decision.refusal.code;
};

/**
 * The newsroom's rule book written a second time, from the specification and not from the table: who may do what to a
 * story, and where it leads. `R` reporter, `E` desk editor, `H` department head, `C` chief on duty, `P` page editor,
 * `X` proofreader, `Z` chief editor, `A` admin; `own` is the author who has none of these roles but reporter.
 */
const roleOf: Record<string, Role> = {
	R: 'reporter',
	E: 'desk_editor',
	H: 'department_head',
	C: 'chief_on_duty',
	P: 'page_editor',
	X: 'proofreader',
	Z: 'chief_editor',
	A: 'admin',
};
const book = `
save          EHCPZ  draft>draft returned>returned submitted>submitted first_review>first_review second_review>second_review
                     final_review>final_review signed_off>signed_off placed>placed published>draft corrected>draft
suggest       X      submitted>submitted first_review>first_review second_review>second_review final_review>final_review
                     signed_off>signed_off placed>placed
submit        EH     draft>submitted returned>submitted
recall        E      submitted>draft
take          E      submitted>first_review
signFirst     E      submitted>second_review first_review>second_review
signSecond    H      second_review>final_review
signOff       C      final_review>signed_off
return        EHCZ   submitted>returned first_review>returned
return        HCZ    second_review>returned
return        CZ     final_review>returned signed_off>returned placed>returned
hold          EHCZ   draft>held returned>held submitted>held first_review>held second_review>held final_review>held signed_off>held
release       EHCZ   held>draft
spike         ECZ    draft>spiked returned>spiked submitted>spiked first_review>spiked second_review>spiked final_review>spiked
                     signed_off>spiked held>spiked
revive        ECZ    spiked>draft
place         CPZ    signed_off>placed placed>placed
unplace       CPZ    placed>signed_off draft>draft returned>returned submitted>submitted first_review>first_review
                     second_review>second_review final_review>final_review signed_off>signed_off
lock          CZ     placed>locked
unlock        CZ     locked>placed
publish       CZ     locked>published
publishOnline CZ     signed_off>published placed>placed locked>locked
correct       CZ     -
withdraw      CZ     published>withdrawn corrected>withdrawn
`;
/** What the author may do to his own story as a reporter. */
const ownBook: Record<string, string> = {
	save: 'draft>draft returned>returned submitted>submitted published>draft corrected>draft',
	submit: 'draft>submitted returned>submitted',
	recall: 'submitted>draft',
	spike: 'draft>spiked returned>spiked submitted>spiked',
	revive: 'spiked>draft',
};

const moves = (text: string) => new Map(text.split(/\s+/).map((move) => move.split('>') as [string, string]));
const entries = book
	.trim()
	.split(/\n(?=\w)/)
	.map((line) => {
		const [, act = '', who = '', rest = ''] = /^(\w+)\s+(\w+)\s+([\s\S]*)$/.exec(line) ?? [];
		return { act, by: [...who].map((letter) => roleOf[letter]), moves: moves(rest) };
	});

describe('every act × state × role on somebody else’s story', () => {
	it.each(acts)('%s follows the rule book', (act) => {
		for (const state of states) {
			for (const role of roles) {
				const entry = entries.find((one) => one.act === act && one.by.includes(role) && one.moves.has(state));
				const decision = decide(act, article({ state }), actor(role));
				const to = 'to' in decision ? decision.to : undefined;
				expect(to, `${role} ${act} ${state}`).toBe(entry?.moves.get(state));
			}
		}
	});
});

describe('every act × state × role on one’s own story', () => {
	it.each(acts)('%s follows the rule book', (act) => {
		for (const state of states) {
			for (const role of roles) {
				const entry = entries.find((one) => one.act === act && one.by.includes(role) && one.moves.has(state));
				const isSignature = act.startsWith('sign');
				const expected = (isSignature ? undefined : entry?.moves.get(state)) ?? moves(ownBook[act] ?? '').get(state);
				const decision = decide(act, article({ state }), actor(role, 'author'));
				// Editors save what they wrote at any time, as they save what others wrote.
				expect('to' in decision ? decision.to : undefined, `${role} ${act} ${state}`).toBe(expected);
			}
		}
	});
});

describe('separation of persons', () => {
	const signatures = [
		['signFirst', 'submitted', 'desk_editor', 'first'],
		['signSecond', 'second_review', 'department_head', 'second'],
		['signOff', 'final_review', 'chief_on_duty', 'final'],
	] as const;

	it.each(signatures)('%s: no role lets a writer sign, nor who signed another stage', (act, state, _role, stage) => {
		for (const role of roles) {
			expect(reached(act, article({ state }), actor(role, 'author'))).toBe('forbidden');
			expect(reached(act, article({ state, bylineUserIds: ['other'] }), actor(role))).toBe('forbidden');
			for (const other of stages.filter((one) => one !== stage)) {
				const signers = [{ stage: other, userId: 'other' }];
				expect(reached(act, article({ state, signers }), actor(role))).toBe('forbidden');
			}
		}
	});

	it.each(signatures)('%s: the same person may sign his own stage anew', (act, state, role, stage) => {
		const signers = [{ stage, userId: 'other' }];
		expect('to' in decide(act, article({ state, signers }), actor(role))).toBe(true);
	});

	it.each(signatures)('%s in flagged mode needs a reason, which goes on record', (act, state, role) => {
		const own = article({ state, reviewMode: ReviewMode.flagged });
		expect(reached(act, own, actor(role, 'author'))).toBe('invalid');
		expect(reached(act, own, actor(role, 'author'), { flag: '  ' })).toBe('invalid');
		expect(decide(act, own, actor(role, 'author'), { flag: ' 值班只有一人 ' })).toMatchObject({ flag: '值班只有一人' });
		expect(decide(act, own, actor(role), { flag: '没有必要' })).toMatchObject({ flag: '' });
		expect(reached(act, { ...own, reviewMode: 'strict' }, actor(role, 'author'), { flag: '值班' })).toBe('forbidden');
	});
});

describe('unsign', () => {
	it.each([
		['second_review', 'first', 'submitted'],
		['final_review', 'second', 'second_review'],
		['signed_off', 'final', 'final_review'],
	] as const)('in %s the last signer alone goes back to %s', (state, stage, to) => {
		const signers = [{ stage, userId: 'signer' }];
		for (const role of roles.filter((one) => one !== 'reporter')) {
			expect(reached('unsign', article({ state, signers }), actor(role, 'signer'))).toBe(to);
			expect(reached('unsign', article({ state, signers }), actor(role))).toBe('forbidden');
		}
		const others = states.filter((one) => !['second_review', 'final_review', 'signed_off'].includes(one));
		for (const other of others) {
			expect(reached('unsign', article({ state: other, signers }), actor('desk_editor', 'signer'))).toBe('wrong-state');
		}
	});
});

describe('desks', () => {
	it.each(['signFirst', 'take', 'hold', 'return'] as const)('%s is for the desk of the story', (act) => {
		const story = article({ state: 'submitted' });
		expect('to' in decide(act, story, actor('desk_editor', 'other', ['采访部', '经济部']))).toBe(true);
		expect(reached(act, story, actor('desk_editor', 'other', ['经济部']))).toBe('forbidden');
		expect('to' in decide(act, { ...story, desk: '' }, actor('desk_editor', 'other', ['经济部']))).toBe(true);
	});

	it('the final stage is the house’s', () => {
		expect(reached('signOff', article({ state: 'final_review' }), actor('chief_on_duty', 'o', ['副刊部']))).toBe(
			'signed_off',
		);
	});
});

describe('what must be settled before', () => {
	it.each([
		['signFirst', 'submitted', 'desk_editor'],
		['signSecond', 'second_review', 'department_head'],
		['signOff', 'final_review', 'chief_on_duty'],
	] as const)('%s waits for comments and checks', (act, state, role) => {
		expect(reached(act, article({ state, blockingComments: 1 }), actor(role))).toBe('wrong-state');
		expect(reached(act, article({ state, unresolvedErrors: 1 }), actor(role))).toBe('wrong-state');
	});

	it('suggestions go through the first two stages and not through the last', () => {
		const open = { openSuggestions: 2 };
		expect(reached('signFirst', article({ state: 'submitted', ...open }), actor('desk_editor'))).toBe('second_review');
		expect(reached('signOff', article({ state: 'final_review', ...open }), actor('chief_on_duty'))).toBe('wrong-state');
		expect(reached('publish', article({ state: 'locked', ...open }), actor('chief_on_duty'))).toBe('wrong-state');
	});

	it.each([
		['publish', 'locked'],
		['publishOnline', 'signed_off'],
	] as const)('%s waits for the embargo and the last signature', (act, state) => {
		const chief = actor('chief_on_duty');
		expect(reached(act, article({ state, isEmbargoed: true }), chief)).toBe('wrong-state');
		expect(reached(act, article({ state, signed: ['first', 'second'] }), chief)).toBe('wrong-state');
	});

	it.each([
		['signSecond', 'second_review', 'department_head', []],
		['signOff', 'final_review', 'chief_on_duty', ['first']],
	] as const)('%s needs the signatures before it', (act, state, role, signed) => {
		expect(reached(act, article({ state, signed }), actor(role))).toBe('wrong-state');
	});
});

describe('returns', () => {
	const chief = actor('chief_on_duty');
	it.each(states)('%s goes back to earlier stages only', (state) => {
		for (const returnTo of [null, ...stages]) {
			const isOffered = returnTargets(state).includes(returnTo);
			expect('to' in decide('return', article({ state }), chief, { returnTo })).toBe(isOffered);
		}
	});

	it('leads to the stage that is named', () => {
		const at = (returnTo: (typeof stages)[number]) =>
			reached('return', article({ state: 'placed' }), chief, { returnTo });
		expect(stages.map(at)).toEqual(['submitted', 'second_review', 'final_review']);
	});
});

describe('what readers have', () => {
	const chief = actor('chief_on_duty');
	const rewritten = { isPublished: true, isPrinted: true, isPlaced: true };

	it('is corrected only after a new signature, and withdrawn from any state of the rewriting', () => {
		const may = (state: ArticleState) =>
			allowedActs(article({ ...rewritten, state, signed: state === 'signed_off' ? [...stages] : [] }), chief);
		expect(states.filter((state) => may(state).correct)).toEqual(['signed_off']);
		expect(states.filter((state) => may(state).withdraw)).toEqual(
			states.filter((state) => !['locked', 'withdrawn', 'spiked'].includes(state)),
		);
	});

	it('can be neither spiked, placed nor taken off its page once it was printed', () => {
		for (const state of states) {
			const may = allowedActs(article({ ...rewritten, state }), chief);
			expect([may.spike, may.place, may.unplace, may.publishOnline], state).toEqual([false, false, false, false]);
		}
	});

	it('is not withdrawn or corrected before it is published', () => {
		for (const state of states) {
			const may = allowedActs(article({ state, isPublished: false }), chief);
			expect([may.correct, may.withdraw]).toEqual([false, false]);
		}
	});

	it('what is online alone goes on a page and comes off it again', () => {
		const online = { isPublished: true, isPrinted: false };
		expect(reached('place', article({ ...online, state: 'published' }), chief)).toBe('placed');
		expect(reached('unplace', article({ ...online, state: 'placed' }), chief)).toBe('published');
		expect(reached('publishOnline', article({ ...online, state: 'placed' }), chief)).toBe('wrong-state');
		expect(reached('correct', article({ ...online, state: 'placed' }), chief)).toBe('placed');
	});
});

describe('what the screens offer', () => {
	it('is a signature that the text still holds up, too', () => {
		const held = article({ state: 'second_review', signed: ['first'], blockingComments: 1, unresolvedErrors: 1 });
		expect(reached('signSecond', held, actor('department_head'))).toBe('wrong-state');
		expect(allowedActs(held, actor('department_head')).signSecond).toBe(true);
		expect(allowedActs(held, actor('reporter')).signSecond).toBe(false);
	});
});

describe('where a story stands', () => {
	const editor = actor('desk_editor');
	it.each([
		[0, 'submitted'],
		[1, 'second_review'],
		[2, 'final_review'],
		[3, 'signed_off'],
	] as const)('a save that leaves %i signatures leads to %s', (count, state) => {
		const signed = stages.slice(0, count);
		expect(reached('save', article({ state: 'signed_off', signed }), editor)).toBe(state);
		const placed = reached('save', article({ state: 'placed', signed }), editor);
		expect(placed).toBe(count === 3 ? 'placed' : state);
	});

	it('a story that somebody took stays with him', () => {
		expect(reached('save', article({ state: 'first_review' }), editor)).toBe('first_review');
	});

	it('a held story goes back to where it was, unless its signatures fell', () => {
		const held = (heldFrom: ArticleState, count: number) =>
			reached('release', article({ state: 'held', heldFrom, signed: stages.slice(0, count) }), editor);
		expect(held('draft', 0)).toBe('draft');
		expect(held('returned', 0)).toBe('returned');
		expect(held('final_review', 2)).toBe('final_review');
		expect(held('signed_off', 1)).toBe('second_review');
	});
});
