import { describe, expect, it } from 'vitest';
import { type Claimant, decideLock, type HeldLock, type LockAct, lockView } from './lock';

const now = new Date('2026-11-26T08:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

/** 沈 writes in tab s1 and was heard of just now. */
const lock = (overrides: Partial<HeldLock> = {}): HeldLock => ({
	userId: 'shen',
	userName: '沈知远',
	tab: 's1',
	takenAt: ago(600),
	seenAt: ago(1),
	askedTab: '',
	askedById: null,
	askedBy: '',
	askedAt: null,
	...overrides,
});
const asked = (seconds: number, overrides: Partial<HeldLock> = {}) =>
	lock({ askedTab: 'l1', askedById: 'lin', askedBy: '林述', askedAt: ago(seconds), ...overrides });

const claimants: Record<string, Claimant> = {
	writer: { userId: 'shen', tab: 's1', mayForce: false },
	writersOtherTab: { userId: 'shen', tab: 's2', mayForce: false },
	asker: { userId: 'lin', tab: 'l1', mayForce: false },
	colleague: { userId: 'ye', tab: 'y1', mayForce: false },
	chief: { userId: 'jiang', tab: 'j1', mayForce: true },
};

/** Who, what, and what comes of it. */
type Row = [string, LockAct, string];

const table: [string, HeldLock, Row[]][] = [
	[
		'while the writer writes',
		lock(),
		[
			['writer', 'take', 'renew'],
			['writer', 'ask', 'renew'],
			['writer', 'force', 'renew'],
			['writer', 'give', 'renew'],
			['writer', 'refuse', 'refuse'],
			['writer', 'leave', 'release'],
			['writersOtherTab', 'take', 'held'],
			['writersOtherTab', 'ask', 'ask'],
			['writersOtherTab', 'force', 'takeOver own'],
			['writersOtherTab', 'leave', 'held'],
			['colleague', 'take', 'held'],
			['colleague', 'ask', 'ask'],
			['colleague', 'force', 'forbidden'],
			['colleague', 'give', 'held'],
			['colleague', 'refuse', 'held'],
			['colleague', 'leave', 'held'],
			['chief', 'take', 'held'],
			['chief', 'force', 'takeOver forced'],
		],
	],
	[
		'while somebody waits for his answer',
		asked(12),
		[
			['writer', 'take', 'renew'],
			['writer', 'give', 'handOver'],
			['writer', 'refuse', 'refuse'],
			['writer', 'leave', 'handOver'],
			['asker', 'take', 'held'],
			['asker', 'ask', 'ask'],
			['asker', 'leave', 'withdraw'],
			['colleague', 'ask', 'asked'],
			['colleague', 'leave', 'held'],
			['chief', 'force', 'takeOver forced'],
			['writersOtherTab', 'force', 'takeOver own'],
		],
	],
	[
		'when he has not answered for 30 seconds',
		asked(30),
		[
			['writer', 'take', 'renew'],
			['asker', 'take', 'takeOver unanswered'],
			['asker', 'ask', 'takeOver unanswered'],
			['colleague', 'take', 'held'],
			['colleague', 'ask', 'asked'],
		],
	],
	[
		'when who asked is gone',
		asked(60),
		[
			['asker', 'take', 'held'],
			['colleague', 'ask', 'ask'],
			['writer', 'leave', 'release'],
		],
	],
	['29.9 seconds after his last sign of life', lock({ seenAt: ago(29.9) }), [['colleague', 'take', 'held']]],
	[
		'30 seconds after his last sign of life',
		lock({ seenAt: ago(30) }),
		[
			['writer', 'take', 'renew'],
			['writer', 'leave', 'release'],
			['writersOtherTab', 'take', 'takeOver expired'],
			['colleague', 'take', 'takeOver expired'],
			['colleague', 'ask', 'takeOver expired'],
			['colleague', 'force', 'takeOver expired'],
			['colleague', 'leave', 'held'],
		],
	],
];

describe('decideLock', () => {
	for (const [when, held, rows] of table) {
		it.each(rows)(`${when}: %s, %s → %s`, (who, act, expected) => {
			const decision = decideLock(act, held, claimants[who]!, now);
			expect([decision.kind, ...('why' in decision ? [decision.why] : [])].join(' ')).toBe(expected);
		});
	}
});

describe('lockView', () => {
	it('names the writer and who asks, and how long is left to answer', () => {
		const view = lockView({ lock: asked(12), revision: 7, now }, { userId: 'lin', tab: 'l1' });
		expect(view.writer).toMatchObject({ name: '沈知远', isMe: false, isHere: false });
		expect(view.ask).toEqual({ name: '林述', isMe: true, isHere: true, answerInMs: 8000 });
	});

	it('tells a tab to its own person only', () => {
		expect(lockView({ lock: lock(), revision: 7, now }, { userId: 'lin', tab: 'l1' }).writer?.tab).toBeNull();
		expect(lockView({ lock: lock(), revision: 7, now }, { userId: 'shen', tab: 's2' }).writer).toMatchObject({
			tab: 's1',
			isHere: false,
		});
	});

	it('knows no writer who is gone', () => {
		expect(lockView({ lock: lock({ seenAt: ago(31) }), revision: 7, now }, { userId: 'lin', tab: 'l1' })).toMatchObject(
			{
				writer: null,
				ask: null,
			},
		);
		expect(lockView({ lock: null, revision: 7, now }, { userId: 'lin', tab: 'l1' })).toMatchObject({
			writer: null,
			ask: null,
		});
	});
});
