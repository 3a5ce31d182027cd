import type { ArticleState, ReviewStage } from '@/generated/prisma/enums';
import type { Act } from '@/lib/auth/can';
import { stages } from './signatures';

/** Acts that move an article from state to state. */
export type WorkflowAct =
	| 'save'
	| 'suggest'
	| 'submit'
	| 'recall'
	| 'take'
	| 'signFirst'
	| 'signSecond'
	| 'signOff'
	| 'unsign'
	| 'return'
	| 'hold'
	| 'release'
	| 'spike'
	| 'revive'
	| 'place'
	| 'unplace'
	| 'lock'
	| 'unlock'
	| 'publish'
	| 'publishOnline'
	| 'correct'
	| 'withdraw';

/**
 * Where a move leads: to a state; `standing`, to the first stage without a signature for the present content, or to
 * where a story with all three stands; `unsigned`, to where the last
 * signature was given; `target`, to whom it is returned; `before`, to where it was held.
 */
export type Move = ArticleState | 'standing' | 'unsigned' | 'target' | 'before';

interface Rule {
	/** The act's permission in can.ts. */
	permission: Act;
	/** Where each state leads; a state that is not named does not allow the act. */
	moves: Partial<Record<ArticleState, Move>>;
	/** Said when the state does not allow the act. */
	refusal: string;
	/** Said instead of a story that went to print. */
	whenLocked?: string;
}

/** The whole state machine as a table; drawn in README.md. */
export const rules: Record<WorkflowAct, Rule> = {
	save: {
		permission: 'article.edit',
		moves: {
			draft: 'draft',
			returned: 'returned',
			submitted: 'standing',
			first_review: 'standing',
			second_review: 'standing',
			final_review: 'standing',
			signed_off: 'standing',
			placed: 'standing',
			published: 'draft',
			corrected: 'draft',
		},
		refusal: '这篇稿件现在不能修改。',
		whenLocked: '这篇稿件已经付印，不能再改；要改请值班总编先撤销它那个版的付印。',
	},
	suggest: {
		permission: 'article.suggest',
		moves: {
			submitted: 'standing',
			first_review: 'standing',
			second_review: 'standing',
			final_review: 'standing',
			signed_off: 'standing',
			placed: 'standing',
		},
		refusal: '送审之后才能提修改建议。',
	},
	submit: {
		permission: 'article.submit',
		moves: { draft: 'standing', returned: 'standing' },
		refusal: '只有草稿和退稿可以送审。',
	},
	recall: {
		permission: 'article.recall',
		moves: { submitted: 'draft' },
		refusal: '已有人在审，不能撤回；请联系审稿人退稿。',
	},
	take: {
		permission: 'article.signFirst',
		moves: { submitted: 'first_review' },
		refusal: '只有待初审的稿件可以接稿。',
	},
	signFirst: {
		permission: 'article.signFirst',
		moves: { submitted: 'standing', first_review: 'standing' },
		refusal: '这篇稿件现在不在初审。',
	},
	signSecond: {
		permission: 'article.signSecond',
		moves: { second_review: 'standing' },
		refusal: '初审通过之后才能复审。',
	},
	signOff: {
		permission: 'article.signOff',
		moves: { final_review: 'standing' },
		refusal: '复审通过之后才能签发。',
	},
	unsign: {
		permission: 'article.read',
		moves: { second_review: 'unsigned', final_review: 'unsigned', signed_off: 'unsigned' },
		refusal: '已有人接着处理，不能撤签；请由下一审的同事退稿。',
	},
	return: {
		permission: 'article.return',
		moves: {
			submitted: 'target',
			first_review: 'target',
			second_review: 'target',
			final_review: 'target',
			signed_off: 'target',
			placed: 'target',
		},
		refusal: '只有在审、已签发的稿件可以退回。',
	},
	hold: {
		permission: 'article.hold',
		moves: {
			draft: 'held',
			returned: 'held',
			submitted: 'held',
			first_review: 'held',
			second_review: 'held',
			final_review: 'held',
			signed_off: 'held',
		},
		refusal: '已上版的稿件不能缓发，请先从版面撤下。',
	},
	release: { permission: 'article.hold', moves: { held: 'before' }, refusal: '这篇稿件没有缓发。' },
	spike: {
		permission: 'article.spike',
		moves: {
			draft: 'spiked',
			returned: 'spiked',
			submitted: 'spiked',
			first_review: 'spiked',
			second_review: 'spiked',
			final_review: 'spiked',
			signed_off: 'spiked',
			held: 'spiked',
		},
		refusal: '已上版或已刊发的稿件不能弃用；先从版面撤下，或办理撤稿。',
	},
	revive: { permission: 'article.spike', moves: { spiked: 'draft' }, refusal: '这篇稿件没有弃用。' },
	place: {
		permission: 'edition.place',
		moves: { signed_off: 'placed', placed: 'placed', published: 'placed', corrected: 'placed' },
		refusal: '签发之后才能上版。',
	},
	unplace: {
		permission: 'edition.place',
		moves: {
			placed: 'signed_off',
			draft: 'draft',
			returned: 'returned',
			submitted: 'submitted',
			first_review: 'first_review',
			second_review: 'second_review',
			final_review: 'final_review',
			signed_off: 'signed_off',
		},
		refusal: '已付印或已刊发的稿件不能从版面撤下；需要时办理撤稿。',
	},
	lock: { permission: 'edition.publish', moves: { placed: 'locked' }, refusal: '签发并上版之后才能付印。' },
	unlock: { permission: 'edition.publish', moves: { locked: 'placed' }, refusal: '这篇稿件没有付印。' },
	publish: {
		permission: 'edition.publish',
		moves: { locked: 'published' },
		refusal: '版面付印之后，稿件才能刊发。',
	},
	publishOnline: {
		permission: 'article.publishOnline',
		moves: { signed_off: 'published', placed: 'placed', locked: 'locked' },
		refusal: '签发之后才能上网。',
	},
	correct: {
		permission: 'article.correct',
		moves: { signed_off: 'corrected', placed: 'placed' },
		refusal: '更正稿签发之后才能发布。',
	},
	withdraw: {
		permission: 'article.withdraw',
		moves: {
			published: 'withdrawn',
			corrected: 'withdrawn',
			draft: 'withdrawn',
			submitted: 'withdrawn',
			first_review: 'withdrawn',
			second_review: 'withdrawn',
			final_review: 'withdrawn',
			returned: 'withdrawn',
			signed_off: 'withdrawn',
			held: 'withdrawn',
			placed: 'withdrawn',
		},
		refusal: '只有已刊发的稿件可以撤稿。',
		whenLocked: '这篇稿件所在的版已经付印，请先撤销付印，再办理撤稿。',
	},
};

/** The stage that an act signs. */
export const stageOfAct: Partial<Record<WorkflowAct, ReviewStage>> = {
	signFirst: 'first',
	signSecond: 'second',
	signOff: 'final',
};

/** Whom a story is returned to: a stage, or (null) its author. */
export type ReturnTarget = ReviewStage | null;

/** Whom a story in this state can be returned to, the author first. */
export function returnTargets(state: ArticleState): ReturnTarget[] {
	switch (state) {
		case 'submitted':
		case 'first_review':
			return [null];
		case 'second_review':
			return [null, 'first'];
		case 'final_review':
			return [null, 'first', 'second'];
		case 'signed_off':
		case 'placed':
			return [null, ...stages];
		default:
			return [];
	}
}
