import { describe, expect, it } from 'vitest';
import { ArticleState, Role } from '@/generated/prisma/enums';
import type { Actor } from '@/lib/auth/roles';
import { allowedActs, decide, type GuardedArticle, rules, type WorkflowAct } from './workflow';

const actor = (role: Role, userId = 'other'): Actor => ({
	userId,
	paperId: 'p',
	name: '',
	department: '',
	roles: [role],
	ip: '',
});
const article = (overrides: Partial<GuardedArticle> = {}): GuardedArticle => ({
	state: 'draft',
	authorId: 'author',
	bylineUserIds: [],
	isPublished: false,
	isPlaced: false,
	...overrides,
});
const states = Object.values(ArticleState);
const roles = Object.values(Role);
const acts = Object.keys(rules) as WorkflowAct[];

/**
 * The newsroom's rule book written a second time, independently of the table: who may do what to a
 * story that is not his own and is neither placed nor published, and where it leads.
 */
const editors: Role[] = ['desk_editor', 'department_head', 'chief_on_duty', 'chief_editor', 'page_editor'];
const book: Partial<Record<WorkflowAct, { by: Role[]; moves: [ArticleState, ArticleState][] }>> = {
	save: {
		by: editors,
		moves: [
			['draft', 'draft'],
			['returned', 'returned'],
			['submitted', 'submitted'],
			['signed_off', 'submitted'],
			['placed', 'submitted'],
			['published', 'draft'],
			['corrected', 'draft'],
		],
	},
	submit: {
		by: ['desk_editor', 'department_head'],
		moves: [
			['draft', 'submitted'],
			['returned', 'submitted'],
		],
	},
	recall: { by: ['desk_editor'], moves: [['submitted', 'draft']] },
	return: {
		by: ['desk_editor', 'department_head', 'chief_on_duty', 'chief_editor'],
		moves: [
			['submitted', 'returned'],
			['signed_off', 'returned'],
			['placed', 'returned'],
		],
	},
	signOff: { by: ['chief_on_duty'], moves: [['submitted', 'signed_off']] },
	spike: {
		by: ['desk_editor', 'chief_on_duty', 'chief_editor'],
		moves: [
			['draft', 'spiked'],
			['returned', 'spiked'],
			['submitted', 'spiked'],
			['signed_off', 'spiked'],
		],
	},
	revive: { by: ['desk_editor', 'chief_on_duty', 'chief_editor'], moves: [['spiked', 'draft']] },
	place: {
		by: ['page_editor', 'chief_on_duty', 'chief_editor'],
		moves: [
			['signed_off', 'placed'],
			['placed', 'placed'],
		],
	},
	publish: { by: ['chief_on_duty', 'chief_editor'], moves: [['placed', 'published']] },
};

describe('every act × state × role on somebody else’s story', () => {
	it.each(Object.entries(book))('%s follows the rule book', (act, { by, moves }) => {
		for (const state of states) {
			for (const role of roles) {
				const decision = decide(act as WorkflowAct, article({ state }), actor(role));
				const to = by.includes(role) ? moves.find(([from]) => from === state)?.[1] : undefined;
				const reached = 'to' in decision ? decision.to : undefined;
				expect(reached, `${role} ${act} ${state}`).toBe(to);
				if ('refusal' in decision) expect(decision.refusal.code).toBe(by.includes(role) ? 'wrong-state' : 'forbidden');
			}
		}
	});
});

describe('separation of persons', () => {
	it('no role lets a writer sign his own story', () => {
		for (const role of roles) {
			const own = decide('signOff', article({ state: 'submitted' }), actor(role, 'author'));
			const bylined = decide('signOff', article({ state: 'submitted', bylineUserIds: ['other'] }), actor(role));
			expect(own).toHaveProperty('refusal.code', 'forbidden');
			expect(bylined).toHaveProperty('refusal.code', 'forbidden');
		}
	});

	it('a reporter may save, submit, recall and spike his own story only', () => {
		const own = (['draft', 'submitted'] as const).flatMap((state) => {
			const may = allowedActs(article({ state }), actor('reporter', 'author'));
			return acts.filter((act) => may[act]);
		});
		expect([...new Set(own)].sort()).toEqual(['recall', 'save', 'spike', 'submit']);
		const others = states.flatMap((state) => {
			const may = allowedActs(article({ state }), actor('reporter'));
			return acts.filter((act) => may[act]);
		});
		expect(others).toEqual([]);
	});

	it('admin and proofreader move nothing', () => {
		for (const role of ['admin', 'proofreader'] as const) {
			for (const state of states) {
				for (const isPublished of [true, false]) {
					expect(Object.values(allowedActs(article({ state, isPublished }), actor(role)))).not.toContain(true);
				}
			}
		}
	});
});

describe('what readers have', () => {
	const chief = actor('chief_on_duty');

	it('is corrected only after a new signature, and withdrawn from any state of the rewriting', () => {
		const may = (state: ArticleState) => allowedActs(article({ state, isPublished: true, isPlaced: true }), chief);
		expect(states.filter((state) => may(state).correct)).toEqual(['signed_off']);
		expect(states.filter((state) => may(state).withdraw).sort()).toEqual(
			['corrected', 'draft', 'published', 'returned', 'signed_off', 'submitted'].sort(),
		);
	});

	it('can be neither spiked, placed nor taken off its page', () => {
		for (const state of states) {
			const may = allowedActs(article({ state, isPublished: true, isPlaced: true }), chief);
			expect([may.spike, may.place, may.unplace, may.publish && state !== 'placed']).toEqual([
				false,
				false,
				false,
				false,
			]);
		}
	});

	it('is not withdrawn or corrected before it is published', () => {
		for (const state of states) {
			const may = allowedActs(article({ state }), chief);
			expect([may.correct, may.withdraw]).toEqual([false, false]);
		}
	});
});

it('puts a signed story back where it stood', () => {
	const placed = article({ state: 'submitted', isPlaced: true });
	expect(decide('signOff', placed, actor('chief_on_duty'))).toEqual({ to: 'placed' });
	const published = article({ state: 'submitted', isPlaced: true, isPublished: true });
	expect(decide('signOff', published, actor('chief_on_duty'))).toEqual({ to: 'signed_off' });
});

it('does not spike what stands on a page', () => {
	expect(decide('spike', article({ state: 'submitted', isPlaced: true }), actor('desk_editor'))).toHaveProperty(
		'refusal',
	);
});
