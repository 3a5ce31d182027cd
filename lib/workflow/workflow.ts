import type { ArticleState } from '@/generated/prisma/enums';
import type { Act } from '@/lib/auth/can';
import { can } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { Refusal } from '@/lib/errors';

/** Acts that move an article from state to state. */
export type WorkflowAct =
	| 'save'
	| 'submit'
	| 'recall'
	| 'return'
	| 'signOff'
	| 'spike'
	| 'revive'
	| 'place'
	| 'unplace'
	| 'publish'
	| 'correct'
	| 'withdraw';

interface Rule {
	/** The act's permission in can.ts. */
	permission: Act;
	/** Where each state leads; a state that is not named does not allow the act. */
	moves: Partial<Record<ArticleState, ArticleState>>;
	/** Said when the state does not allow the act. */
	refusal: string;
}

/**
 * The whole state machine as a table. A save of what was signed sends it back to be signed again; a
 * save of what is published starts its next version and leaves the published one alone.
 */
export const rules: Record<WorkflowAct, Rule> = {
	save: {
		permission: 'article.edit',
		moves: {
			draft: 'draft',
			returned: 'returned',
			submitted: 'submitted',
			signed_off: 'submitted',
			placed: 'submitted',
			published: 'draft',
			corrected: 'draft',
		},
		refusal: '这篇稿件现在不能修改。',
	},
	submit: {
		permission: 'article.submit',
		moves: { draft: 'submitted', returned: 'submitted' },
		refusal: '只有草稿和退稿可以送审。',
	},
	recall: { permission: 'article.recall', moves: { submitted: 'draft' }, refusal: '只有待审的稿件可以撤回。' },
	return: {
		permission: 'article.return',
		moves: { submitted: 'returned', signed_off: 'returned', placed: 'returned' },
		refusal: '只有待审、已签发的稿件可以退回。',
	},
	signOff: { permission: 'article.signOff', moves: { submitted: 'signed_off' }, refusal: '只有待审的稿件可以签发。' },
	spike: {
		permission: 'article.spike',
		moves: { draft: 'spiked', returned: 'spiked', submitted: 'spiked', signed_off: 'spiked' },
		refusal: '已上版或已刊发的稿件不能弃用；先从版面撤下，或办理撤稿。',
	},
	revive: { permission: 'article.spike', moves: { spiked: 'draft' }, refusal: '这篇稿件没有弃用。' },
	place: {
		permission: 'edition.place',
		moves: { signed_off: 'placed', placed: 'placed' },
		refusal: '签发之后才能上版。',
	},
	unplace: {
		permission: 'edition.place',
		moves: {
			placed: 'signed_off',
			submitted: 'submitted',
			draft: 'draft',
			returned: 'returned',
			signed_off: 'signed_off',
		},
		refusal: '已刊发的稿件不能从版面撤下；需要时办理撤稿。',
	},
	publish: {
		permission: 'edition.publish',
		moves: { placed: 'published' },
		refusal: '只有已签发并上版的稿件可以刊发。',
	},
	correct: {
		permission: 'article.correct',
		moves: { signed_off: 'corrected' },
		refusal: '更正稿签发之后才能发布。',
	},
	withdraw: {
		permission: 'article.withdraw',
		moves: {
			published: 'withdrawn',
			corrected: 'withdrawn',
			draft: 'withdrawn',
			submitted: 'withdrawn',
			returned: 'withdrawn',
			signed_off: 'withdrawn',
		},
		refusal: '只有已刊发的稿件可以撤稿。',
	},
};

/** What the guard has to know of an article. */
export interface GuardedArticle {
	state: ArticleState;
	authorId: string;
	/** Accounts of the reporters in its byline: they wrote it too. */
	bylineUserIds: readonly string[];
	/** Whether readers have a version of it (and it is not withdrawn). */
	isPublished: boolean;
	/** Whether it stands on a page. */
	isPlaced: boolean;
}

export type Decision = { to: ArticleState } | { refusal: Refusal };

/**
 * The one guard of every transition, used by screens, actions and jobs alike: the actor holds the
 * permission, the state allows the act, and who signs has not written. Pure: same facts, same answer.
 */
export function decide(act: WorkflowAct, article: GuardedArticle, actor: Actor): Decision {
	const rule = rules[act];
	if (!can(actor, rule.permission, article)) {
		return { refusal: new Refusal('forbidden', '您的账号没有这项权限。需要时请联系管理员。') };
	}
	const next = rule.moves[article.state];
	if (!next) return { refusal: new Refusal('wrong-state', rule.refusal) };
	const objection = objections[act]?.(article, actor);
	if (objection) return { refusal: objection };
	// A signed story that already holds a place on a page is back on it.
	return { to: act === 'signOff' && article.isPlaced && !article.isPublished ? 'placed' : next };
}

const objections: Partial<Record<WorkflowAct, (article: GuardedArticle, actor: Actor) => Refusal | undefined>> = {
	signOff: (article, actor) =>
		article.authorId === actor.userId || article.bylineUserIds.includes(actor.userId)
			? new Refusal('forbidden', '不能签发自己写的稿件，请另一位值班总编签发。')
			: undefined,
	correct: (article) =>
		article.isPublished ? undefined : new Refusal('wrong-state', '这篇稿件还没有刊发，请上版后随报刊发。'),
	withdraw: (article) =>
		article.isPublished ? undefined : new Refusal('wrong-state', '这篇稿件还没有刊发，不需要撤稿。'),
	spike: (article) =>
		article.isPublished
			? new Refusal('wrong-state', '这篇稿件已经刊发，不能弃用；需要时办理撤稿。')
			: article.isPlaced
				? new Refusal('wrong-state', '这篇稿件在版面上，请先从版面撤下。')
				: undefined,
	place: (article) =>
		article.isPublished ? new Refusal('wrong-state', '这篇稿件已经刊发过，修改后请发布更正。') : undefined,
	unplace: (article) =>
		article.isPublished ? new Refusal('wrong-state', '已刊发的稿件不能从版面撤下；需要时办理撤稿。') : undefined,
};

/** The next state, or a thrown Refusal. */
export function mustDecide(act: WorkflowAct, article: GuardedArticle, actor: Actor): ArticleState {
	const decision = decide(act, article, actor);
	if ('refusal' in decision) throw decision.refusal;
	return decision.to;
}

/** Which acts the screens may offer now. */
export function allowedActs(article: GuardedArticle, actor: Actor): Record<WorkflowAct, boolean> {
	const acts = Object.keys(rules) as WorkflowAct[];
	return Object.fromEntries(acts.map((act) => [act, 'to' in decide(act, article, actor)])) as Record<
		WorkflowAct,
		boolean
	>;
}
