import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CopyStore } from './local-keeper';
import { type LocalCopy, type SaveAnswer, SaveQueue, type SaveRequest } from './save-queue';

type Theirs = { revision: number; savedAt: string; content: string };
type Fate = 'ok' | 'lost-request' | 'lost-answer' | 'late' | 'signed-out' | 'refused' | 'taken';

/** A server, a machine and a clock, turned by hand. */
class World {
	now = 0;
	revision = 1;
	content = 'start';
	/** What each request id was answered, and with which content it came. */
	answered = new Map<string, { revision: number; content: string }>();
	revisionsOf = new Map<string, number>();
	inFlight: { request: SaveRequest<string>; settle: (answer: SaveAnswer<Theirs>) => void }[] = [];
	late: SaveRequest<string>[] = [];
	stored: LocalCopy<string> | null = null;
	storeFails = false;
	text = 'start';
	/** What the page showed when it was opened. */
	opened = 'start';
	composing = false;
	/** Whether what others save can be merged. */
	merges = false;
	#timers: { at: number; run: () => void }[] = [];
	#declined = new Set<string>();
	#ids = 0;
	/** Which page is alive; a dead one does nothing more. */
	#page = 0;
	queue: SaveQueue<string, Theirs>;

	constructor() {
		this.queue = this.open();
	}

	/** Opens the article in a fresh page, as after a crash: what the machine kept is recovered. */
	open(): SaveQueue<string, Theirs> {
		this.#timers = [];
		const page = ++this.#page;
		const never = new Promise<never>(() => {});
		const recovered = this.stored ?? undefined;
		this.text = recovered?.content ?? this.content;
		this.opened = this.text;
		const store: CopyStore<LocalCopy<string>> = {
			put: async (copy) => (page === this.#page ? this.#keep(copy) : never),
			putNow: (copy) => this.#keep(copy),
			drop: async () => (page === this.#page ? this.#keep(null) : never),
		};
		this.queue = new SaveQueue({
			revision: this.revision,
			savedAt: 'then',
			recovered,
			snapshot: () => this.text,
			isComposing: () => this.composing,
			send: (request) =>
				page === this.#page ? new Promise((settle) => this.inFlight.push({ request, settle })) : never,
			merge: (theirs) => {
				if (!this.merges) return false;
				this.type(`${theirs.content}+${this.text}`);
				return true;
			},
			newRequestId: () => `r${++this.#ids}`,
			store,
			clock: {
				now: () => this.now,
				after: (ms, run) => {
					const timer = { at: this.now + ms, run };
					this.#timers.push(timer);
					return () => {
						this.#timers = this.#timers.filter((other) => other !== timer);
					};
				},
			},
		});
		this.queue.start();
		return this.queue;
	}

	#keep(copy: LocalCopy<string> | null): void {
		if (this.storeFails) throw new Error('quota');
		this.stored = copy;
	}

	type(text: string): void {
		this.text = text;
		this.queue.changed();
	}

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

	/** The server does with the oldest request in flight as fate says. */
	async answer(fate: Fate): Promise<void> {
		const sent = this.inFlight.shift();
		if (!sent) return;
		const { request, settle } = sent;
		if (fate === 'ok') settle(this.#save(request));
		else if (fate === 'signed-out') settle({ kind: 'signed-out' });
		else if (fate === 'refused') settle(this.#decline(request));
		else if (fate === 'taken')
			settle(this.answered.has(request.requestId) ? this.#save(request) : { kind: 'taken', by: '林述' });
		else {
			if (fate === 'lost-answer') this.#save(request);
			if (fate === 'late') this.late.push(request);
			settle({ kind: 'unreachable' });
		}
		await calm();
	}

	/** A request that was given up for lost arrives after all. */
	arrive(): void {
		const request = this.late.shift();
		if (request) this.#save(request);
	}

	/** Someone else saves. */
	intrude(content: string): void {
		this.revision++;
		this.content = content;
	}

	/** A content that is declined once is declined whenever it comes; one that was saved is not declined after. */
	#decline(request: SaveRequest<string>): SaveAnswer<Theirs> {
		if (!this.answered.has(request.requestId)) this.#declined.add(request.requestId);
		return this.#save(request);
	}

	#save(request: SaveRequest<string>): SaveAnswer<Theirs> {
		const { requestId, content } = request;
		const before = this.answered.get(requestId);
		if (before) {
			expect(before.content, 'one request id, one content').toBe(content);
			return { kind: 'saved', revision: before.revision, savedAt: String(this.now) };
		}
		if (this.#declined.has(requestId)) return { kind: 'refused', message: '不行' };
		if (request.baseRevision !== this.revision) {
			return { kind: 'stale', theirs: { revision: this.revision, savedAt: 'now', content: this.content } };
		}
		this.revision++;
		this.content = content;
		this.answered.set(requestId, { revision: this.revision, content });
		this.revisionsOf.set(requestId, (this.revisionsOf.get(requestId) ?? 0) + 1);
		return { kind: 'saved', revision: this.revision, savedAt: String(this.now) };
	}
}

async function calm(): Promise<void> {
	for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

describe('SaveQueue', () => {
	it('saves 800 ms after the last keystroke', async () => {
		const world = new World();
		world.type('一');
		await world.pass(700);
		world.type('一二');
		await world.pass(799);
		expect(world.inFlight).toHaveLength(0);
		expect(world.queue.view.kind).toBe('edited');
		await world.pass(1);
		expect(world.inFlight.map(({ request }) => request.content)).toEqual(['一二']);
		expect(world.queue.view.kind).toBe('saving');
		await world.answer('ok');
		expect(world.queue.view.kind).toBe('saved');
		expect(world.queue.revision).toBe(2);
	});

	it('saves every 5 s while the writer goes on typing', async () => {
		const world = new World();
		for (let second = 0; second < 10; second++) {
			world.type(`${second}`);
			await world.pass(500);
		}
		expect(world.inFlight).toHaveLength(1);
	});

	it('never has two requests under way, and sends what came meanwhile next', async () => {
		const world = new World();
		world.type('一');
		await world.pass(800);
		world.type('一二');
		world.queue.sendNow();
		await world.pass(20_000);
		expect(world.inFlight).toHaveLength(1);
		await world.answer('ok');
		await world.pass(800);
		expect(world.inFlight.map(({ request }) => request)).toMatchObject([{ content: '一二', baseRevision: 2 }]);
	});

	it('repeats a request without an answer unchanged before it sends anything newer', async () => {
		const world = new World();
		world.type('一');
		await world.pass(800);
		const first = world.inFlight[0]!.request;
		await world.answer('lost-answer');
		world.type('一二');
		expect(world.queue.view).toMatchObject({ kind: 'unreachable' });
		await world.pass(1000);
		expect(world.inFlight[0]!.request).toEqual(first);
		await world.answer('ok');
		await world.pass(800);
		await world.answer('ok');
		expect(world.content).toBe('一二');
		expect(world.queue.view.kind).toBe('saved');
		expect(world.revision).toBe(3);
	});

	it('does not say for ever that it is saving when no answer comes', async () => {
		const world = new World();
		world.type('一');
		await world.pass(800 + 2900);
		expect(world.queue.view.kind).toBe('saving');
		await world.pass(200);
		expect(world.queue.view).toEqual({ kind: 'unreachable', kept: true });
		await world.answer('ok');
		expect(world.queue.view.kind).toBe('saved');
	});

	it('waits longer after each failure, and no longer than 3 s', async () => {
		const world = new World();
		world.type('一');
		await world.pass(800);
		const waits: number[] = [];
		for (let failure = 0; failure < 5; failure++) {
			await world.answer('lost-request');
			const from = world.now;
			while (world.inFlight.length === 0) await world.pass(100);
			waits.push(world.now - from);
		}
		expect(waits).toEqual([1000, 2000, 3000, 3000, 3000]);
	});

	it('sends at once when the network is back', async () => {
		const world = new World();
		world.type('一');
		await world.pass(800);
		await world.answer('lost-request');
		world.queue.sendNow();
		await calm();
		expect(world.inFlight).toHaveLength(1);
	});

	it('keeps what is written within 300 ms, until it is acknowledged', async () => {
		const world = new World();
		world.type('一');
		expect(world.queue.isSafe).toBe(false);
		await world.pass(300);
		expect(world.stored).toMatchObject({ content: '一', baseRevision: 1, pending: null });
		expect(world.queue.isSafe).toBe(true);
		await world.pass(500);
		expect(world.stored?.pending).toMatchObject({ requestId: 'r1', content: '一' });
		await world.answer('ok');
		await world.pass(300);
		expect(world.stored).toBeNull();
	});

	it('says that the page is not safe to leave when the machine keeps nothing', async () => {
		const world = new World();
		world.storeFails = true;
		world.type('一');
		await world.pass(500);
		expect(world.queue.isSafe).toBe(false);
		expect(world.queue.keepNow()).toBe(false);
		world.storeFails = false;
		await world.pass(3000);
		expect(world.queue.isSafe).toBe(true);
	});

	it('saves although the machine keeps nothing', async () => {
		const world = new World();
		world.storeFails = true;
		world.type('一');
		await world.pass(900);
		await world.answer('ok');
		expect(world.content).toBe('一');
		expect(world.queue.isSafe).toBe(true);
	});

	it('does not save half-composed letters', async () => {
		const world = new World();
		world.type('一');
		world.composing = true;
		world.type('一 zhong');
		await world.pass(10_000);
		expect(world.inFlight).toHaveLength(0);
		world.composing = false;
		world.type('一中');
		await world.pass(1000);
		expect(world.inFlight[0]!.request.content).toBe('一中');
	});

	it('stops at a conflict, goes on keeping, and saves over it when told', async () => {
		const world = new World();
		world.type('我的');
		world.intrude('别人的');
		await world.pass(800);
		await world.answer('ok');
		expect(world.queue.view).toMatchObject({ kind: 'conflict', theirs: { content: '别人的', revision: 2 } });
		world.type('我的，又写了');
		await world.pass(60_000);
		expect(world.inFlight).toHaveLength(0);
		expect(world.stored?.content).toBe('我的，又写了');
		world.queue.keepMine();
		await calm();
		await world.answer('ok');
		expect(world.content).toBe('我的，又写了');
		expect(world.queue.view.kind).toBe('saved');
	});

	it('takes the other version and is saved', async () => {
		const world = new World();
		world.type('我的');
		world.intrude('别人的');
		await world.pass(800);
		await world.answer('ok');
		world.type('别人的');
		world.queue.adopt({ revision: 2, savedAt: 'now' });
		await world.pass(5000);
		expect(world.inFlight).toHaveLength(0);
		expect(world.queue.view).toEqual({ kind: 'saved', savedAt: 'now' });
		expect(world.stored).toBeNull();
	});

	it('merges what was saved meanwhile, and saves the whole on top of it', async () => {
		const world = new World();
		world.merges = true;
		world.type('我的');
		world.intrude('别人的');
		await world.pass(800);
		await world.answer('ok');
		expect(world.inFlight.map(({ request }) => request)).toMatchObject([{ baseRevision: 2, content: '别人的+我的' }]);
		await world.answer('ok');
		expect(world.content).toBe('别人的+我的');
		expect(world.queue.view.kind).toBe('saved');
	});

	it('merges nothing under the hands of somebody who is composing', async () => {
		const world = new World();
		world.merges = true;
		world.type('我的');
		world.intrude('别人的');
		await world.pass(800);
		world.composing = true;
		await world.answer('ok');
		world.type('我的 zhong');
		await world.pass(5000);
		expect(world.text).toBe('我的 zhong');
		world.composing = false;
		world.type('我的中');
		await world.pass(1000);
		expect(world.inFlight[0]!.request.content).toBe('别人的+我的中');
	});

	it.each([
		['while its words are on the way', true],
		['between two saves', false],
	])('sends and loses nothing once somebody else writes: %s', async (_, isUnderWay) => {
		const world = new World();
		world.type('一');
		await world.pass(isUnderWay ? 800 : 300);
		const surrendered = world.queue.surrender('林述');
		if (isUnderWay) await world.answer('taken');
		await surrendered;
		world.type('一二');
		world.queue.sendNow();
		await world.pass(60_000);
		expect(world.inFlight).toHaveLength(0);
		expect(world.queue.view).toEqual({ kind: 'taken', by: '林述', kept: true });
		expect(world.stored?.content).toBe('一二');
		expect(await world.queue.flush()).toMatchObject({ saved: false, view: { kind: 'taken' } });
	});

	it('saves within 900 ms while somebody reads along, and no sooner otherwise', async () => {
		const world = new World();
		world.type('一');
		world.queue.isWatched = true;
		await world.pass(350);
		expect(world.inFlight).toHaveLength(1);
		await world.answer('ok');
		for (let key = 0; key < 9; key++) {
			world.type(`${key}`);
			await world.pass(100);
		}
		expect(world.inFlight).toHaveLength(1);
		await world.answer('ok');
		world.queue.isWatched = false;
		world.type('二');
		await world.pass(799);
		expect(world.inFlight).toHaveLength(0);
	});

	it('halts when the session has died and resumes with the same request', async () => {
		const world = new World();
		world.type('一');
		await world.pass(800);
		const { requestId } = world.inFlight[0]!.request;
		await world.answer('signed-out');
		expect(world.queue.view.kind).toBe('signed-out');
		await world.pass(60_000);
		expect(world.inFlight).toHaveLength(0);
		expect(world.stored?.content).toBe('一');
		world.queue.sendNow();
		await calm();
		expect(world.inFlight[0]!.request.requestId).toBe(requestId);
	});

	it('does not repeat what was declined, but sends what comes after it', async () => {
		const world = new World();
		world.type('不行的');
		await world.pass(800);
		await world.answer('refused');
		expect(world.queue.view).toMatchObject({ kind: 'refused', message: '不行' });
		await world.pass(60_000);
		expect(world.inFlight).toHaveLength(0);
		world.type('行的');
		await world.pass(800);
		await world.answer('ok');
		expect(world.content).toBe('行的');
	});

	it('flushes: answers when everything is acknowledged, with its revision', async () => {
		const world = new World();
		world.type('一');
		const flushed = world.queue.flush();
		await calm();
		world.type('一二');
		await world.answer('ok');
		expect(await flushed).toEqual({ saved: true, revision: 2 });
		expect(await new World().queue.flush()).toEqual({ saved: true, revision: 1 });
	});

	it.each<[Fate, string]>([
		['lost-request', 'unreachable'],
		['signed-out', 'signed-out'],
		['refused', 'refused'],
	])('flushes: says when %s keeps it from being saved', async (fate, kind) => {
		const world = new World();
		world.type('一');
		const flushed = world.queue.flush();
		await calm();
		await world.answer(fate);
		expect(await flushed).toMatchObject({ saved: false, view: { kind } });
	});

	it('finds its own save again after a crash between the server’s commit and the answer', async () => {
		const world = new World();
		world.type('一');
		await world.pass(800);
		await world.answer('lost-answer');
		world.open();
		expect(world.text).toBe('一');
		await world.pass(0);
		await world.answer('ok');
		await world.pass(800);
		await world.answer('ok');
		expect(world.queue.view.kind).toBe('saved');
		expect(world.content).toBe('一');
	});
});

describe('SaveQueue, ended', () => {
	it('sends and keeps nothing more once it is stopped', async () => {
		const world = new World();
		world.type('一');
		await world.pass(300);
		world.queue.stop();
		world.type('一二');
		await world.pass(60_000);
		expect(world.inFlight).toHaveLength(0);
		expect(world.stored?.content).toBe('一');
	});
});

type Step =
	| { do: 'type' | 'intrude'; text: string }
	| { do: 'pass'; ms: number }
	| { do: 'answer'; fate: Fate }
	| { do: 'arrive' | 'online' | 'crash' | 'flush' | 'store' | 'compose' | 'keepNow' | 'watch' | 'merge' };

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: fc.string({ minLength: 1, maxLength: 4 }).map((text) => ({ do: 'type' as const, text })) },
	// Often just long enough for a save to begin.
	{
		weight: 8,
		arbitrary: fc.oneof(fc.constant(850), fc.integer({ min: 0, max: 6000 })).map((ms) => ({ do: 'pass' as const, ms })),
	},
	{ weight: 2, arbitrary: fc.constant({ do: 'crash' as const }) },
	{
		weight: 6,
		arbitrary: fc
			.constantFrom<Fate>('ok', 'ok', 'lost-request', 'lost-answer', 'lost-answer', 'late', 'signed-out', 'refused')
			.map((fate) => ({ do: 'answer' as const, fate })),
	},
	{ weight: 1, arbitrary: fc.string({ maxLength: 3 }).map((text) => ({ do: 'intrude' as const, text })) },
	{
		weight: 3,
		arbitrary: fc
			.constantFrom('arrive', 'online', 'flush', 'store', 'compose', 'keepNow', 'watch', 'merge')
			.map((name) => ({ do: name as 'flush' })),
	},
);

async function take(world: World, step: Step): Promise<void> {
	if (step.do === 'type') world.type(step.text);
	else if (step.do === 'intrude') world.intrude(step.text);
	else if (step.do === 'pass') await world.pass(step.ms);
	else if (step.do === 'answer') await world.answer(step.fate);
	else if (step.do === 'arrive') world.arrive();
	else if (step.do === 'online') world.queue.sendNow();
	else if (step.do === 'flush') void world.queue.flush();
	else if (step.do === 'store') world.storeFails = !world.storeFails;
	else if (step.do === 'compose') world.composing = !world.composing;
	else if (step.do === 'keepNow') world.queue.keepNow();
	else if (step.do === 'watch') world.queue.isWatched = world.now % 2 === 0;
	else if (step.do === 'merge') world.merges = !world.merges;
	else await crash(world);
	expect(world.inFlight.length, 'never two saves under way').toBeLessThanOrEqual(1);
}

/** The page dies without a word. What it said was safe must stand on the machine or have reached the server. */
async function crash(world: World): Promise<void> {
	const { text, queue, stored } = world;
	if (queue.isSafe) {
		const reached = [world.opened, ...[...world.answered.values()].map((answer) => answer.content)];
		expect([stored?.content, ...reached]).toContain(text);
	}
	world.late.push(...world.inFlight.splice(0).map(({ request }) => request));
	world.open();
}

describe('SaveQueue, whatever happens', () => {
	it('ends with the last content acknowledged, and no request id made two revisions', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
				const world = new World();
				for (const next of steps) await take(world, next);
				// From here on nothing fails.
				world.storeFails = false;
				world.composing = false;
				world.type('最后');
				while (world.late.length > 0) world.arrive();
				for (let round = 0; round < 12; round++) {
					await world.answer('ok');
					if (world.queue.view.kind === 'conflict') world.queue.keepMine();
					if (world.queue.view.kind === 'refused') world.queue.changed();
					world.queue.sendNow();
					await world.pass(1000);
				}
				expect(world.queue.view.kind).toBe('saved');
				// What others saved and was merged comes before it.
				expect(world.content).toMatch(/^([\s\S]*\+)?最后$/);
				expect(world.content).toBe(world.text);
				expect(world.queue.revision).toBe(world.revision);
				await world.pass(3000);
				expect(world.stored).toBeNull();
				for (const count of world.revisionsOf.values()) expect(count).toBe(1);
			}),
			{ numRuns: 400 },
		);
	});

	it('does not conflict with itself while nobody else writes', async () => {
		const alone = step.filter((one) => one.do !== 'intrude' && one.do !== 'store');
		await fc.assert(
			fc.asyncProperty(fc.array(alone, { maxLength: 60, size: 'max' }), async (steps) => {
				const world = new World();
				for (const next of steps) {
					await take(world, next);
					expect(world.queue.view.kind).not.toBe('conflict');
				}
			}),
			{ numRuns: 400 },
		);
	});
});
