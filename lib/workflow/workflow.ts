import type { ArticleState, ReviewMode, ReviewStage } from '@/generated/prisma/enums';
import type { Act } from '@/lib/auth/can';
import { can } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { Refusal } from '@/lib/errors';
import { type Move, type ReturnTarget, returnTargets, rules, stageOfAct, type WorkflowAct } from './rules';
import { stageNames, stages, stateAfter } from './signatures';

/** What the guard has to know of an article. */
export interface GuardedArticle {
	state: ArticleState;
	/** The department whose editors judge it. */
	desk: string;
	authorId: string;
	/** Accounts of the reporters in its byline: they wrote it too. */
	bylineUserIds: readonly string[];
	/** Stages whose signatures hold for the present content, in order. */
	signed: readonly ReviewStage[];
	/** Who has ever signed which stage of it. */
	signers: readonly { stage: ReviewStage; userId: string }[];
	reviewMode: ReviewMode;
	heldFrom: ArticleState | null;
	/** Comments that must be settled before anybody signs. */
	blockingComments: number;
	/** 修改建议 that nobody has accepted or rejected. */
	openSuggestions: number;
	/** Severe hits of the checks that nobody has settled; a command that signs counts them, a list does not. */
	unresolvedErrors: number;
	/** Whether its embargo has not yet passed, by the database's clock. */
	isEmbargoed: boolean;
	/** Whether readers have a version of it (and it is not withdrawn). */
	isPublished: boolean;
	/** Whether that version stands on a printed page; else it is online alone. */
	isPrinted: boolean;
	/** Whether it stands on a page. */
	isPlaced: boolean;
}

/** What an actor says with the act. */
export interface How {
	returnTo?: ReturnTarget;
	/** The reason for signing in spite of the separation of persons, where the paper allows that. */
	flag?: string;
}

/** `flag` is the reason that goes on record in red; empty where no rule was set aside. */
export type Decision = { to: ArticleState; flag: string } | { refusal: Refusal };

/**
 * The one guard of every transition, used by screens, actions and jobs alike: the actor holds the permission for this
 * desk, the state allows the act, persons are kept apart, what must be settled is. Pure: same facts, same answer.
 */
export function decide(act: WorkflowAct, article: GuardedArticle, actor: Actor, how: How = {}): Decision {
	const rule = rules[act];
	if (!can(actor, rule.permission, article)) {
		return { refusal: new Refusal('forbidden', '您的账号没有这项权限。需要时请联系管理员。') };
	}
	const move = rule.moves[article.state];
	if (!move) {
		const sentence = (article.state === 'locked' && rule.whenLocked) || rule.refusal;
		return { refusal: new Refusal('wrong-state', sentence) };
	}
	const objection = objections[act]?.(article, actor, how);
	if (objection) return { refusal: objection };
	const separation = separationOf(act, article, actor);
	if (separation && !isFlagged(article, how)) return { refusal: separationRefusal(article, separation) };
	return { to: targetOf(move, act, article, how), flag: separation ? (how.flag?.trim() ?? '') : '' };
}

function targetOf(move: Move, act: WorkflowAct, article: GuardedArticle, how: How): ArticleState {
	switch (move) {
		case 'standing': {
			const stage = stageOfAct[act];
			return standingState(article, stage ? [...article.signed, stage] : article.signed);
		}
		case 'unsigned':
			return stateAfter(article.signed.slice(0, -1));
		case 'target':
			return how.returnTo ? stateBefore(how.returnTo) : 'returned';
		case 'before':
			return article.heldFrom && isInReview(article.heldFrom)
				? standingState(article, article.signed)
				: (article.heldFrom ?? 'draft');
		case 'signed_off':
			// Taken off its page, what is online already is just published again.
			return act === 'unplace' && article.isPublished ? 'published' : move;
		default:
			return move;
	}
}

/** Where an article stands whose content has these signatures. */
export function standingState(
	{ state, isPlaced, isPrinted }: Pick<GuardedArticle, 'state' | 'isPlaced' | 'isPrinted'>,
	signed: readonly ReviewStage[],
): ArticleState {
	const next = stateAfter(signed);
	if (next === 'submitted' && state === 'first_review') return 'first_review';
	// A signed story that already holds a place on a page to come is back on it.
	return next === 'signed_off' && isPlaced && !isPrinted ? 'placed' : next;
}

/** In which a stage is still to be signed. */
function stateBefore(stage: ReviewStage): ArticleState {
	return stateAfter(stages.slice(0, stages.indexOf(stage)));
}

function isInReview(state: ArticleState): boolean {
	return ['submitted', 'first_review', 'second_review', 'final_review', 'signed_off'].includes(state);
}

/**
 * Why this person should not sign this stage, although his role would let him: he wrote the story, or signed another
 * stage of it. Undefined where nothing speaks against it.
 */
export function separationOf(act: WorkflowAct, article: GuardedArticle, actor: Actor): string | undefined {
	const stage = stageOfAct[act];
	if (!stage) return undefined;
	const verb = stage === 'final' ? '签发' : stageNames[stage];
	if (article.authorId === actor.userId || article.bylineUserIds.includes(actor.userId)) {
		return `不能${verb}自己写的稿件`;
	}
	const other = article.signers.find((signer) => signer.userId === actor.userId && signer.stage !== stage);
	return other && `您已经签过这篇稿件的${stageNames[other.stage]}，不能再${verb}`;
}

/** In flagged mode, what the dialog of the stage at hand has to ask this person for; else undefined. */
export function separationNow(article: GuardedArticle, actor: Actor): string | undefined {
	if (article.reviewMode !== 'flagged') return undefined;
	const acts = Object.keys(stageOfAct) as WorkflowAct[];
	const act = acts.find((act) => rules[act].moves[article.state] && can(actor, rules[act].permission, article));
	return act && separationOf(act, article, actor);
}

function isFlagged({ reviewMode }: GuardedArticle, { flag }: How): boolean {
	return reviewMode === 'flagged' && Boolean(flag?.trim());
}

function separationRefusal({ reviewMode }: GuardedArticle, separation: string): Refusal {
	if (reviewMode === 'strict') return new Refusal('forbidden', `${separation}，请另一位同事来签。`);
	const message = `${separation}。确实没有别人可签时，请写明理由，记录里会标红。`;
	return new Refusal('invalid', message, { flag: '请写明由您签的理由' });
}

type Objection = (article: GuardedArticle, actor: Actor, how: How) => Refusal | undefined;

const wrongState = (isWrong: boolean, sentence: string): Refusal | undefined =>
	isWrong ? new Refusal('wrong-state', sentence) : undefined;

const notPublishedYet = ({ isPublished }: GuardedArticle, sentence: string) => wrongState(!isPublished, sentence);

const unsettled: Objection = ({ blockingComments, unresolvedErrors }) =>
	wrongState(blockingComments > 0, `还有 ${blockingComments} 条“须处理”的批注没有解决，请先处理。`) ??
	wrongState(unresolvedErrors > 0, `检查发现 ${unresolvedErrors} 处错误还没有处理，请改正，或写明理由后忽略。`);

const embargoed: Objection = ({ isEmbargoed }) => wrongState(isEmbargoed, '这篇稿件还在禁发期内，到时间才能刊发。');

const undecided: Objection = ({ openSuggestions }) =>
	wrongState(openSuggestions > 0, `还有 ${openSuggestions} 处修改建议没有处理，请逐处采纳或不采纳。`);

const offPage = ({ isPublished, isPlaced }: GuardedArticle): Refusal | undefined =>
	wrongState(isPublished, '这篇稿件已经刊发，不能弃用；需要时办理撤稿。') ??
	wrongState(isPlaced, '这篇稿件在版面上，请先从版面撤下。');

/** Whose right to an act is only that he wrote the story, leaves it alone once somebody judges it. */
const judgedByOthers =
	(permission: Act): Objection =>
	({ state }, actor) =>
		wrongState(
			['first_review', 'second_review', 'final_review', 'signed_off', 'placed', 'held'].includes(state) &&
				!can(actor, permission),
			'编辑已经开始审这篇稿件。要改的地方请写在批注里，或请编辑退稿。',
		);

const objections: Partial<Record<WorkflowAct, Objection>> = {
	save: judgedByOthers('article.edit'),
	signFirst: unsettled,
	signSecond: (article, actor, how) =>
		wrongState(!article.signed.includes('first'), '初审签名已失效，请先重新初审。') ?? unsettled(article, actor, how),
	signOff: (article, actor, how) =>
		wrongState(!article.signed.includes('second'), '复审签名已失效，请先重新复审。') ??
		unsettled(article, actor, how) ??
		undecided(article, actor, how),
	unsign: ({ signed, signers, isPlaced, isPrinted }, { userId }) => {
		const last = signed.at(-1);
		const signer = signers.findLast(({ stage }) => stage === last)?.userId;
		return (
			wrongState(isPlaced && !isPrinted, '这篇稿件已经上版，请先从版面撤下。') ??
			(signer === userId ? undefined : new Refusal('forbidden', '只有签字的人自己可以撤签。'))
		);
	},
	return: ({ state }, actor, { returnTo = null }) => {
		if (!returnTargets(state).includes(returnTo)) {
			return new Refusal('invalid', '只能退给作者，或退回前面的审次。', { returnTo: '请选前面的审次' });
		}
		return wrongState(!can(actor, returnPermission(state)), '稿件已到下一审，请由那一审的同事退稿。');
	},
	hold: ({ isPlaced, isPrinted }) => wrongState(isPlaced && !isPrinted, '这篇稿件在版面上，请先从版面撤下。'),
	spike: (article, actor, how) => judgedByOthers('article.spike')(article, actor, how) ?? offPage(article),
	place: ({ isPrinted }) => wrongState(isPrinted, '这篇稿件已经见报，修改后请发布更正。'),
	unplace: ({ isPrinted }) => wrongState(isPrinted, '已刊发的稿件不能从版面撤下；需要时办理撤稿。'),
	publish: (article, actor, how) =>
		wrongState(!article.signed.includes('final'), '签发之后又有修改，请重新签发。') ??
		undecided(article, actor, how) ??
		embargoed(article, actor, how),
	publishOnline: (article, actor, how) =>
		wrongState(article.isPublished, '读者已经看得到这篇稿件；修改后请发布更正。') ??
		wrongState(!article.signed.includes('final'), '签发之后又有修改，请重新签发。') ??
		undecided(article, actor, how) ??
		embargoed(article, actor, how),
	correct: (article, actor, how) =>
		notPublishedYet(article, '这篇稿件还没有刊发，请上版后随报刊发。') ??
		wrongState(!article.signed.includes('final'), '更正稿签发之后才能发布。') ??
		undecided(article, actor, how) ??
		embargoed(article, actor, how),
	withdraw: (article) =>
		notPublishedYet(article, '这篇稿件还没有刊发，不需要撤稿。') ??
		wrongState(article.isPlaced && !article.isPrinted, '这篇稿件在没有出版的版面上，请先从版面撤下。'),
};

/** Who may judge a story in this state may also return it, and those above him. */
function returnPermission(state: ArticleState): Act {
	if (state === 'submitted' || state === 'first_review') return 'article.return';
	return state === 'second_review' ? 'article.returnSecond' : 'article.returnFinal';
}

/** The next state and the flag, or a thrown Refusal. */
export function mustDecide(
	act: WorkflowAct,
	article: GuardedArticle,
	actor: Actor,
	how: How = {},
): { to: ArticleState; flag: string } {
	const decision = decide(act, article, actor, how);
	if ('refusal' in decision) throw decision.refusal;
	return decision;
}

/** How this person may write the story now: everything, or suggestions alone. Refuses whom it lets do neither. */
export function mustWrite(article: GuardedArticle, actor: Actor): 'save' | 'suggest' {
	const decision = decide('save', article, actor);
	if ('to' in decision) return 'save';
	if ('to' in decide('suggest', article, actor)) return 'suggest';
	throw decision.refusal;
}

/**
 * Which acts the screens may offer now. An act that only lacks words of the actor (a flag, a target) is offered, its
 * dialog asks for them; so is a signature that something in the text holds up, which is told to whom presses it.
 */
export function allowedActs(article: GuardedArticle, actor: Actor): Record<WorkflowAct, boolean> {
	const acts = Object.keys(rules) as WorkflowAct[];
	const how: How = { flag: article.reviewMode === 'flagged' ? '…' : '' };
	const settled = { ...article, blockingComments: 0, unresolvedErrors: 0, openSuggestions: 0 };
	return Object.fromEntries(acts.map((act) => [act, 'to' in decide(act, settled, actor, how)])) as Record<
		WorkflowAct,
		boolean
	>;
}
