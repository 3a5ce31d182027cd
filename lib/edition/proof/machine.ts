import type { ReviewMode } from '@/generated/prisma/enums';
import { type Act, can } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { Refusal } from '@/lib/errors';
import { type PageStage, type ProofStage, proofNames, readStages } from '../page-stage';

/** What can be done with a page on its way to print. */
export type ProofAct = 'pull' | 'mark' | 'settle' | 'sign' | 'lock' | 'unlock';

/** Where a page stands: its stage, and of a proof that is to be signed whether it is. */
export type Position =
	| 'making_up'
	| 'first_proof'
	| 'first_signed'
	| 'second_proof'
	| 'second_signed'
	| 'third_proof'
	| 'third_signed'
	| 'clean_proof'
	| 'locked';

/** `target`: where whoever unlocks it wants it. */
type Move = PageStage | 'target';

interface Rule {
	/** The act's permission in can.ts. */
	permission: Act;
	/** Where each position leads; one that is not named does not allow the act. */
	moves: Partial<Record<Position, Move>>;
	/** Said when the position does not allow the act. */
	refusal: string;
}

/** The whole machine as a table: 出样 一校 出样 二校 出样 三校 出样 付印. A proof that is not signed may be pulled again. */
export const rules: Record<ProofAct, Rule> = {
	pull: {
		permission: 'page.pull',
		moves: {
			making_up: 'first_proof',
			first_proof: 'first_proof',
			first_signed: 'second_proof',
			second_proof: 'second_proof',
			second_signed: 'third_proof',
			third_proof: 'third_proof',
			third_signed: 'clean_proof',
			clean_proof: 'clean_proof',
		},
		refusal: '这个版已经付印，不能再出样；需要时请先撤销付印。',
	},
	mark: {
		permission: 'page.mark',
		moves: {
			first_proof: 'first_proof',
			first_signed: 'first_proof',
			second_proof: 'second_proof',
			second_signed: 'second_proof',
			third_proof: 'third_proof',
			third_signed: 'third_proof',
			clean_proof: 'clean_proof',
		},
		refusal: '出样之后、付印之前才能画校对符号。',
	},
	settle: {
		permission: 'page.settle',
		moves: {
			first_proof: 'first_proof',
			first_signed: 'first_proof',
			second_proof: 'second_proof',
			second_signed: 'second_proof',
			third_proof: 'third_proof',
			third_signed: 'third_proof',
			clean_proof: 'clean_proof',
		},
		refusal: '这个版已经付印，校对符号不能再改。',
	},
	sign: {
		permission: 'page.signProof',
		moves: { first_proof: 'first_proof', second_proof: 'second_proof', third_proof: 'third_proof' },
		refusal: '现在没有等着签的校样；一校、二校、三校各签一次，清样不签。',
	},
	lock: {
		permission: 'page.lock',
		moves: { clean_proof: 'locked' },
		refusal: '一校、二校、三校都签过并出了清样，才能付印。',
	},
	unlock: { permission: 'page.lock', moves: { locked: 'target' }, refusal: '这个版没有付印。' },
};

/** One proof of a page. */
export interface ProofFacts {
	number: number;
	stage: ProofStage;
	pulledById: string | null;
	signature: { actorId: string; actorName: string; note: string } | null;
}

/** What the guard has to know of a page. */
export interface GuardedPage {
	stage: PageStage;
	/** All proofs that were ever pulled of it, in order. */
	proofs: readonly ProofFacts[];
	/** Marks that are neither done nor refused, by the number of the proof on which they stand. */
	openMarks: readonly number[];
	reviewMode: ReviewMode;
	/** Whether its edition is neither published nor given up. */
	isOpen: boolean;
}

/** What an actor says with the act. */
export interface How {
	/** The reason for signing in spite of the separation of persons, where the paper allows that. */
	flag?: string;
	/** Where a page goes that is unlocked. */
	unlockTo?: 'clean_proof' | 'making_up';
}

/** `flag` is the reason that goes on record in red; empty where no rule was set aside. */
export type Decision = { to: PageStage; flag: string } | { refusal: Refusal };

/**
 * The one guard of a page's way to print, used by screens and commands alike: the actor holds the permission, the
 * position allows the act, no one signs two proofs of a page nor one that he pulled, marks are settled. Pure.
 */
export function decideProof(act: ProofAct, page: GuardedPage, actor: Actor, how: How = {}): Decision {
	const rule = rules[act];
	if (!can(actor, rule.permission)) {
		return { refusal: new Refusal('forbidden', '您的账号没有这项权限。需要时请联系管理员。') };
	}
	if (!page.isOpen) return { refusal: new Refusal('wrong-state', '这一期已经出版或停用，版面不能再改。') };
	const move = rule.moves[positionOf(page)];
	if (!move) return { refusal: new Refusal('wrong-state', rule.refusal) };
	const objection = objectionOf(act, page);
	if (objection) return { refusal: new Refusal('wrong-state', objection) };
	const separation = act === 'sign' ? separationOf(page, actor) : undefined;
	const flag = how.flag?.trim() ?? '';
	if (separation && !(page.reviewMode === 'flagged' && flag)) return { refusal: separationRefusal(page, separation) };
	const to = move === 'target' ? (how.unlockTo ?? 'clean_proof') : move;
	return { to, flag: separation ? flag : '' };
}

/** The next stage and the flag, or a thrown Refusal. */
export function mustProof(
	act: ProofAct,
	page: GuardedPage,
	actor: Actor,
	how: How = {},
): { to: PageStage; flag: string } {
	const decision = decideProof(act, page, actor, how);
	if ('refusal' in decision) throw decision.refusal;
	return decision;
}

/** Which acts the screens may offer now. A signature that only lacks its reason is offered: its dialog asks for it. */
export function allowedProofActs(page: GuardedPage, actor: Actor): Record<ProofAct, boolean> {
	const acts = Object.keys(rules) as ProofAct[];
	const how: How = { flag: page.reviewMode === 'flagged' ? '…' : '' };
	return Object.fromEntries(acts.map((act) => [act, 'to' in decideProof(act, page, actor, how)])) as Record<
		ProofAct,
		boolean
	>;
}

/** Where the page stands. */
export function positionOf({ stage, proofs }: Pick<GuardedPage, 'stage' | 'proofs'>): Position {
	const isSigned = Boolean(roundOf(stage, proofs).findLast((proof) => proof.stage === stage)?.signature);
	switch (stage) {
		case 'first_proof':
			return isSigned ? 'first_signed' : stage;
		case 'second_proof':
			return isSigned ? 'second_signed' : stage;
		case 'third_proof':
			return isSigned ? 'third_signed' : stage;
		default:
			return stage;
	}
}

/**
 * The proofs since the page was last made up anew: a page that went back to make-up begins again with its first proof,
 * and who signed before may sign again.
 */
export function roundOf(stage: PageStage, proofs: readonly ProofFacts[]): ProofFacts[] {
	if (stage === 'making_up') return [];
	const order = (proof: ProofFacts | undefined) => (proof ? stageOrder.indexOf(proof.stage) : -1);
	const begin = proofs.findLastIndex((proof, index) => order(proof) < order(proofs[index - 1]));
	return proofs.slice(Math.max(0, begin));
}

const stageOrder: readonly ProofStage[] = [...readStages, 'clean_proof'];

/** The three signatures of the present round, in the order of the proofs. */
export function signaturesOf({ stage, proofs }: Pick<GuardedPage, 'stage' | 'proofs'>) {
	return roundOf(stage, proofs).flatMap((proof) => (proof.signature ? [{ ...proof.signature, proof }] : []));
}

function objectionOf(act: ProofAct, page: GuardedPage): string | undefined {
	const open = page.openMarks.length;
	switch (act) {
		case 'pull':
			if (page.stage !== 'clean_proof' && positionOf(page) !== 'third_signed') return undefined;
			return open > 0 ? `还有 ${open} 处校对符号没有改，也没有说明为什么不改，出清样之前请逐处处理。` : undefined;
		case 'sign': {
			const latest = page.proofs.at(-1)?.number ?? 0;
			const earlier = page.openMarks.filter((number) => number < latest).length;
			return earlier > 0
				? `前面的校样还有 ${earlier} 处校对符号没有改，也没有说明为什么不改，请先处理再签。`
				: undefined;
		}
		case 'lock':
			return open > 0 ? `还有 ${open} 处校对符号没有处理，不能付印。` : missingSignature(page);
		default:
			return undefined;
	}
}

function missingSignature(page: GuardedPage): string | undefined {
	const signatures = signaturesOf(page);
	const missing = readStages.filter((stage) => !signatures.some(({ proof }) => proof.stage === stage));
	if (missing.length > 0) return `${missing.map((stage) => proofNames[stage]).join('、')}还没有签，不能付印。`;
	const strict = signatures.filter(({ note }) => note === '').map(({ actorId }) => actorId);
	return new Set(strict).size < strict.length ? '三校须由三个人签，现在有人签了两校，不能付印。' : undefined;
}

/** Why this person should not sign the proof at hand, although his role would let him; undefined where nothing speaks against it. */
export function separationOf(page: GuardedPage, { userId }: Actor): string | undefined {
	const other = signaturesOf(page).find(({ actorId }) => actorId === userId);
	if (other) return `您已经签过这个版的${proofNames[other.proof.stage]}，一个人不签两校`;
	return page.proofs.at(-1)?.pulledById === userId ? '这份校样是您出的，不能由您自己签' : undefined;
}

function separationRefusal({ reviewMode }: GuardedPage, separation: string): Refusal {
	if (reviewMode === 'strict') return new Refusal('forbidden', `${separation}，请另一位同事来签。`);
	const message = `${separation}。确实没有别人可签时，请写明理由，记录里会标红。`;
	return new Refusal('invalid', message, { flag: '请写明由您签的理由' });
}
