import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideLock, type HeldLock, type LockAct, type LockView, lockView } from '@/lib/article/lock/lock';
import { type LockAnswer, WriterLock } from './writer-lock';

const nobody = { askedById: null, askedBy: '', askedTab: '', askedAt: null };

/** The server's side, by the server's own rule, and a clock for all. */
class World {
	now = Date.parse('2026-11-26T08:00:00Z');
	lock: HeldLock | null = null;
	tabs: Tab[] = [];
	#timers: { at: number; run: () => void }[] = [];

	open(userId: string, mayForce = false): Tab {
		const tab = new Tab(this, { userId, tab: `${userId}-${this.tabs.length}`, mayForce });
		this.tabs.push(tab);
		return tab;
	}

	readonly clock = {
		now: () => this.now,
		after: (ms: number, run: () => void) => {
			const timer = { at: this.now + ms, run };
			this.#timers.push(timer);
			return () => {
				this.#timers = this.#timers.filter((other) => other !== timer);
			};
		},
	};

	async pass(ms: number): Promise<void> {
		const until = this.now + ms;
		await calm();
		for (;;) {
			const [next] = this.#timers.toSorted((a, b) => a.at - b.at);
			if (!next || next.at > until) break;
			this.now = Math.max(this.now, next.at);
			this.#timers = this.#timers.filter((timer) => timer !== next);
			next.run();
			await calm();
		}
		this.now = until;
	}

	/** Does what lib/article/lock/write.ts does, and tells everybody. */
	act(act: LockAct, { claimant }: Tab): LockAnswer {
		const { userId, tab } = claimant;
		const now = new Date(this.now);
		const taken = { userId, userName: userId, tab, takenAt: now, seenAt: now, ...nobody };
		if (!this.lock) {
			if (['take', 'ask', 'force'].includes(act)) this.lock = taken;
		} else {
			const { lock } = this;
			const { kind } = decideLock(act, lock, claimant, now);
			if (kind === 'forbidden' || kind === 'asked') return { kind: 'refused', message: kind, isFinal: false };
			if (kind === 'renew') this.lock = { ...lock, seenAt: now };
			else if (kind === 'takeOver') this.lock = taken;
			else if (kind === 'ask' && lock.askedTab !== tab) {
				this.lock = { ...lock, askedById: userId, askedBy: userId, askedTab: tab, askedAt: now };
			} else if (kind === 'handOver') {
				const { askedById, askedTab } = lock;
				this.lock = { ...taken, userId: askedById!, userName: askedById!, tab: askedTab };
			} else if (kind === 'refuse' || kind === 'withdraw') this.lock = { ...lock, ...nobody };
			else if (kind === 'release') this.lock = null;
		}
		for (const other of this.tabs) other.tell();
		return { kind: 'view', view: this.viewOf(claimant) };
	}

	viewOf(claimant: { userId: string; tab: string }): LockView {
		return lockView({ lock: this.lock, revision: 1, now: new Date(this.now) }, claimant);
	}

	/** Whose screens can be written on. */
	get writers(): Tab[] {
		return this.tabs.filter((tab) => tab.state.mode === 'writing');
	}
}

class Tab {
	/** Whether the network reaches this tab. */
	isOnline = true;
	isGone = false;
	flushed = 0;
	surrenderedTo: string[] = [];
	lock: WriterLock;

	constructor(
		readonly world: World,
		readonly claimant: { userId: string; tab: string; mayForce: boolean },
	) {
		this.lock = new WriterLock({
			post: async (act) => (this.isOnline ? world.act(act, this) : { kind: 'unreachable' }),
			isGone: async (name) => world.tabs.some((other) => other.claimant.tab === name && other.isGone),
			clock: world.clock,
		});
		this.lock.attach({
			isSaved: () => true,
			flush: async () => {
				this.flushed++;
			},
			surrender: async (by) => {
				this.surrenderedTo.push(by);
			},
		});
		void this.lock.open(true);
	}

	get state() {
		return this.lock.state;
	}

	/** The event that the server sends. */
	tell(): void {
		if (this.isOnline && !this.isGone) void this.lock.hear(this.world.viewOf(this.claimant));
	}

	/** The process is killed. */
	die(): void {
		this.isGone = true;
		void this.lock.close(() => {});
	}
}

async function calm(): Promise<void> {
	for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

async function opened(): Promise<{ world: World; shen: Tab; lin: Tab }> {
	const world = new World();
	const shen = world.open('沈');
	await world.pass(100);
	const lin = world.open('林', true);
	await world.pass(100);
	return { world, shen, lin };
}

describe('WriterLock', () => {
	it('writes where nobody does, and reads where somebody does', async () => {
		const { shen, lin } = await opened();
		expect(shen.state).toMatchObject({ mode: 'writing', ask: null });
		expect(lin.state).toMatchObject({ mode: 'reading', because: 'held', writer: { name: '沈' } });
	});

	it('keeps the place by signs of life, and loses it without', async () => {
		const { world, shen, lin } = await opened();
		await world.pass(120_000);
		void lin.lock.write();
		await world.pass(0);
		expect(shen.state.mode).toBe('writing');
		shen.die();
		await world.pass(31_000);
		void lin.lock.write();
		await world.pass(0);
		expect(lin.state.mode).toBe('writing');
	});

	it('hands over on request, after everything typed was saved', async () => {
		const { world, shen, lin } = await opened();
		void lin.lock.ask();
		await world.pass(1000);
		expect(lin.state.asking).toBe('waiting');
		expect(shen.state.ask).toEqual({ name: '林', answerBy: world.now + 19_000 });
		void shen.lock.give();
		await world.pass(0);
		expect(shen.flushed).toBe(1);
		expect(shen.state).toMatchObject({ mode: 'reading', because: 'given', to: '林' });
		expect(lin.state).toMatchObject({ mode: 'writing', asking: 'no' });
	});

	it('hands over by itself when the writer has not answered for 20 seconds', async () => {
		const { world, shen, lin } = await opened();
		void lin.lock.ask();
		await world.pass(19_900);
		expect(world.writers).toEqual([shen]);
		await world.pass(200);
		expect(shen.flushed).toBe(1);
		expect(world.writers).toEqual([lin]);
	});

	it('lets who asked take it when the writer’s screen does nothing at all', async () => {
		const { world, shen, lin } = await opened();
		void shen.lock.close(() => {});
		// Alive to the server, deaf to the ask.
		const beat = () => world.act('take', shen);
		void lin.lock.ask();
		for (let second = 0; second < 30; second++) {
			await world.pass(1000);
			beat();
		}
		expect(lin.state.mode).toBe('reading');
		await world.pass(1000);
		expect(lin.state.mode).toBe('writing');
	});

	it('says when the writer wants to go on, and can be asked again', async () => {
		const { world, shen, lin } = await opened();
		void lin.lock.ask();
		await world.pass(1000);
		void shen.lock.refuse();
		await world.pass(0);
		expect(shen.state).toMatchObject({ mode: 'writing', ask: null });
		expect(lin.state).toMatchObject({ mode: 'reading', asking: 'refused' });
		await world.pass(60_000);
		expect(world.writers).toEqual([shen]);
		void lin.lock.ask();
		await world.pass(0);
		expect(lin.state.asking).toBe('waiting');
	});

	it('gives up what it has not saved only to this machine when it is overruled', async () => {
		const { world, shen, lin } = await opened();
		void lin.lock.force();
		await world.pass(0);
		expect(shen.surrenderedTo).toEqual(['林']);
		expect(shen.state).toMatchObject({ mode: 'reading', because: 'taken', to: '林' });
		void shen.lock.force();
		await world.pass(0);
		expect(shen.state).toMatchObject({ mode: 'reading', trouble: 'forbidden' });
	});

	it('goes on in a second tab of the same person, which the first gives it to at once', async () => {
		const { world, shen } = await opened();
		const second = world.open('沈');
		await world.pass(0);
		expect(second.state).toMatchObject({ mode: 'reading', writer: { isMe: true } });
		void second.lock.ask();
		await world.pass(0);
		expect(shen.flushed).toBe(1);
		expect(shen.state).toMatchObject({ mode: 'reading', because: 'elsewhere' });
		expect(world.writers).toEqual([second]);
	});

	it('does not wait for a tab of the same person that sleeps, nor for one that is closed', async () => {
		const { world, shen } = await opened();
		shen.isOnline = false;
		const second = world.open('沈');
		await world.pass(0);
		void second.lock.ask();
		await world.pass(2900);
		expect(second.state.mode).toBe('reading');
		await world.pass(200);
		expect(second.state.mode).toBe('writing');
		second.die();
		const third = world.open('沈');
		await world.pass(0);
		expect(third.state.mode).toBe('writing');
	});

	it('lets one write on who cannot reach the server, and tells him when he is back', async () => {
		const { world, shen, lin } = await opened();
		shen.isOnline = false;
		await world.pass(40_000);
		expect(shen.state.mode).toBe('writing');
		void lin.lock.write();
		await world.pass(0);
		shen.isOnline = true;
		shen.lock.look();
		await world.pass(0);
		expect(shen.state).toMatchObject({ mode: 'reading', because: 'taken', to: '林' });
		expect(shen.surrenderedTo).toEqual(['林']);
	});

	it('writes on without a word when nobody took it while the machine slept', async () => {
		const { world, shen } = await opened();
		shen.isOnline = false;
		await world.pass(300_000);
		shen.isOnline = true;
		shen.lock.look();
		await world.pass(0);
		expect(shen.state.mode).toBe('writing');
		expect(world.lock?.tab).toBe(shen.claimant.tab);
	});

	it('does not believe what was said before what it has heard', async () => {
		const { world, shen, lin } = await opened();
		const old = world.viewOf(lin.claimant);
		await world.pass(10);
		void lin.lock.force();
		await world.pass(10);
		await lin.lock.hear(old);
		expect(lin.state.mode).toBe('writing');
		expect(shen.state.mode).toBe('reading');
	});

	it('is free for the next when it was passed on, and goes to who has asked', async () => {
		const { world, shen, lin } = await opened();
		void shen.lock.rest();
		await world.pass(0);
		expect(shen.state).toMatchObject({ mode: 'reading', because: 'done', writer: null });
		expect(world.lock).toBeNull();
		void lin.lock.write();
		await world.pass(0);
		void shen.lock.ask();
		await world.pass(0);
		void lin.lock.rest();
		await world.pass(0);
		expect(world.writers).toEqual([shen]);
	});

	it('closes and opens again with what the article allows', async () => {
		const { world, shen } = await opened();
		void shen.lock.open(false);
		await world.pass(0);
		expect(shen.state).toMatchObject({ mode: 'reading', because: 'closed' });
		expect(world.lock).toBeNull();
		void shen.lock.open(true);
		await world.pass(0);
		expect(shen.state.mode).toBe('writing');
	});
});

type Step =
	| { tab: number; do: 'ask' | 'give' | 'refuse' | 'force' | 'write' | 'look' | 'cut' | 'mend' }
	| { pass: number };
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ pass: fc.constantFrom(10, 1000, 3000, 12_000, 31_000) }) },
	{
		weight: 5,
		arbitrary: fc.record({
			tab: fc.nat({ max: 3 }),
			do: fc.constantFrom('ask', 'ask', 'give', 'refuse', 'force', 'write', 'look', 'cut', 'mend'),
		}),
	},
);

describe('WriterLock, whatever four tabs of three people do', () => {
	it('has at most one writer among those whom the network reaches, and one whom the server knows', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
				const world = new World();
				const tabs = [world.open('沈'), world.open('沈'), world.open('林', true), world.open('唐')];
				await world.pass(0);
				for (const next of steps) {
					if ('pass' in next) await world.pass(next.pass);
					else {
						const tab = tabs[next.tab]!;
						if (next.do === 'cut') tab.isOnline = false;
						else if (next.do === 'mend') {
							tab.isOnline = true;
							tab.lock.look();
							tab.tell();
						} else void tab.lock[next.do]();
						await world.pass(0);
					}
					const writing = world.writers.filter((tab) => tab.isOnline);
					expect(writing.length).toBeLessThanOrEqual(1);
					if (writing[0]) expect(world.lock?.tab).toBe(writing[0].claimant.tab);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
