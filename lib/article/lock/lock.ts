/** A writer of whom nothing was heard for so long holds nothing any more. */
export const lockSeconds = 30;
/** How long a writer who is asked for the article has to answer; then it is handed over for him. */
export const answerSeconds = 20;
/** Who asked takes it when the writer's own screen has not handed over by then. */
export const patienceSeconds = 30;
/** An ask of which nothing became counts no longer: who asked is gone. */
const forgottenSeconds = 60;

/** What can be done with the one place of an article's writer. */
export type LockAct =
	/** To write, where nobody else does; also the writer's sign of life. */
	| 'take'
	/** 请求接手 */
	| 'ask'
	/** 交出, to who asked */
	| 'give'
	/** 稍等 */
	| 'refuse'
	/** 强行接手; between two tabs of one person: 在这里继续 */
	| 'force'
	/** The page is left. */
	| 'leave';

/** The writer of an article as the database has him. */
export interface HeldLock {
	userId: string;
	userName: string;
	/** Made by the writer's page, so that two tabs of one person are two writers. */
	tab: string;
	takenAt: Date;
	seenAt: Date;
	/** Who asks for it: empty where nobody does. */
	askedTab: string;
	askedById: string | null;
	askedBy: string;
	askedAt: Date | null;
}

/** Who acts: a person in one of his tabs. */
export interface Claimant {
	userId: string;
	tab: string;
	/** Whether he may take it from somebody who has not handed it over. */
	mayForce: boolean;
}

/** Why an article has a new writer. */
export type TakeOver = 'expired' | 'given' | 'unanswered' | 'forced' | 'own';

/** What comes of an act. */
export type LockDecision =
	/** The claimant is the writer, as before. */
	| { kind: 'renew' }
	/** The claimant is the writer now. */
	| { kind: 'takeOver'; why: TakeOver }
	/** The claimant has asked the writer. */
	| { kind: 'ask' }
	/** Who asked is the writer now. */
	| { kind: 'handOver' }
	/** Nobody asks any more. */
	| { kind: 'refuse' | 'withdraw' }
	/** Nobody writes any more. */
	| { kind: 'release' }
	/** Somebody else writes: as before. */
	| { kind: 'held' }
	/** Somebody else has asked already. */
	| { kind: 'asked' }
	| { kind: 'forbidden' };

/** Whether a writer is still there. */
export function isHeld(lock: HeldLock, now: Date): boolean {
	return secondsSince(lock.seenAt, now) < lockSeconds;
}

/** Whether somebody waits for the writer's answer. */
export function isAsked(lock: HeldLock, now: Date): boolean {
	return lock.askedAt !== null && secondsSince(lock.askedAt, now) < forgottenSeconds;
}

/**
 * What comes of an act on a lock that exists; `now` is the database's. Pure. Guaranteed: a writer who is there keeps the
 * article unless he gives it, has not answered who asked for `patienceSeconds`, is the same person in another tab, or is
 * overruled by one who may.
 */
export function decideLock(act: LockAct, lock: HeldLock, claimant: Claimant, now: Date): LockDecision {
	const isMine = lock.tab === claimant.tab && lock.userId === claimant.userId;
	if (isMine) return decideMine(act, lock, now);
	const hasAsked = isAsked(lock, now) && lock.askedTab === claimant.tab;
	if (act === 'leave') return { kind: hasAsked ? 'withdraw' : 'held' };
	// It was lost meanwhile, or was never his.
	if (act === 'give' || act === 'refuse') return { kind: 'held' };
	if (!isHeld(lock, now)) return { kind: 'takeOver', why: 'expired' };
	if (act === 'force') return decideForce(lock, claimant);
	if (hasAsked && secondsSince(lock.askedAt!, now) >= patienceSeconds) return { kind: 'takeOver', why: 'unanswered' };
	if (act === 'take') return { kind: 'held' };
	return isAsked(lock, now) && !hasAsked ? { kind: 'asked' } : { kind: 'ask' };
}

function decideMine(act: LockAct, lock: HeldLock, now: Date): LockDecision {
	if (act === 'leave' || act === 'give') {
		if (isAsked(lock, now)) return { kind: 'handOver' };
		return { kind: act === 'leave' ? 'release' : 'renew' };
	}
	return { kind: act === 'refuse' ? 'refuse' : 'renew' };
}

function decideForce(lock: HeldLock, claimant: Claimant): LockDecision {
	if (lock.userId === claimant.userId) return { kind: 'takeOver', why: 'own' };
	return claimant.mayForce ? { kind: 'takeOver', why: 'forced' } : { kind: 'forbidden' };
}

/** Who writes an article and who asks for it, as one person in one tab is told. */
export interface LockView {
	/** Null: nobody writes. */
	writer: {
		name: string;
		/** ISO 8601 */
		since: string;
		/** The same person, and the same tab. */
		isMe: boolean;
		isHere: boolean;
		/** Told to the person himself only: his machine knows whether that tab is still open. */
		tab: string | null;
	} | null;
	/** By the database's clock, in milliseconds: of two views the later one holds. */
	at: number;
	/** The article's revision then. */
	revision: number;
	/** Null: nobody asks. */
	ask: { name: string; isMe: boolean; isHere: boolean; answerInMs: number } | null;
}

interface Held {
	lock: HeldLock | null;
	revision: number;
	/** By the database's clock. */
	now: Date;
}

export function lockView({ lock, revision, now }: Held, viewer: { userId: string; tab: string }): LockView {
	const at = now.getTime();
	if (!lock || !isHeld(lock, now)) return { at, revision, writer: null, ask: null };
	const isMe = lock.userId === viewer.userId;
	return {
		at,
		revision,
		writer: {
			name: lock.userName,
			since: lock.takenAt.toISOString(),
			isMe,
			isHere: isMe && lock.tab === viewer.tab,
			tab: isMe ? lock.tab : null,
		},
		ask: isAsked(lock, now)
			? {
					name: lock.askedBy,
					isMe: lock.askedById === viewer.userId,
					isHere: lock.askedTab === viewer.tab,
					answerInMs: Math.max(0, answerSeconds * 1000 - (at - (lock.askedAt?.getTime() ?? 0))),
				}
			: null,
	};
}

function secondsSince(then: Date, now: Date): number {
	return (now.getTime() - then.getTime()) / 1000;
}
