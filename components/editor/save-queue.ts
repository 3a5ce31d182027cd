import { assertNever } from '@/lib/errors';
import type { Clock } from './clock';
import { type CopyStore, LocalKeeper } from './local-keeper';

/** One content on its way to the server; a retry carries the same id, base and content. */
export interface SaveRequest<Content> {
	requestId: string;
	baseRevision: number;
	content: Content;
}

export type SaveAnswer<Theirs> =
	| { kind: 'saved'; revision: number; savedAt: string }
	/** Someone has saved since the base revision. */
	| { kind: 'stale'; theirs: Theirs }
	/** Someone else has become the article's writer. */
	| { kind: 'taken'; by: string }
	| { kind: 'signed-out' }
	/** Understood and declined: the same content will be declined again. */
	| { kind: 'refused'; message: string }
	/** No answer, or none that says whether the content was saved. */
	| { kind: 'unreachable' };

/** What stands on this machine until the server has acknowledged it. */
export interface LocalCopy<Content> {
	baseRevision: number;
	content: Content;
	/** The request whose answer has not come: it may have been saved. */
	pending: SaveRequest<Content> | null;
	/** Milliseconds since 1970 by this machine's clock. */
	at: number;
}

/** What the writer is told. `kept` says whether the last edit stands on this machine. */
export type SaveView<Theirs> =
	| { kind: 'saved'; savedAt: string }
	| { kind: 'edited'; kept: boolean }
	| { kind: 'saving'; kept: boolean }
	| { kind: 'unreachable'; kept: boolean }
	| { kind: 'signed-out'; kept: boolean }
	| { kind: 'refused'; kept: boolean; message: string }
	| { kind: 'conflict'; kept: boolean; theirs: Theirs }
	| { kind: 'taken'; kept: boolean; by: string };

export type FlushResult<Theirs> = { saved: true; revision: number } | { saved: false; view: SaveView<Theirs> };

interface Options<Content, Theirs> {
	revision: number;
	savedAt: string;
	/** A copy that an earlier visit left, already shown to the writer. */
	recovered?: LocalCopy<Content> | undefined;
	/** The content as it stands. */
	snapshot: () => Content;
	/** Whether an input method is composing: its half-typed letters are not saved. */
	isComposing: () => boolean;
	send: (request: SaveRequest<Content>) => Promise<SaveAnswer<Theirs>>;
	/** Brings the version saved meanwhile into what is written here; false where a person must decide. */
	merge: (theirs: Theirs) => boolean;
	newRequestId: () => string;
	store: CopyStore<LocalCopy<Content>>;
	clock: Clock;
}

/** How long after the last keystroke a save begins, and how long after the first. */
const paces = {
	alone: { quietMs: 800, longestWaitMs: 5000 },
	/** Who reads along sees a word within 2 s of its being typed. */
	watched: { quietMs: 350, longestWaitMs: 900 },
};
const composingWaitMs = 300;
/** A save without an answer for so long is no longer said to be under way. */
const slowMs = 3000;
/** Never longer than 3 s: a healed server has the text within 5 s. */
const backOffMs = [1000, 2000, 3000];

interface Sent<Content> {
	request: SaveRequest<Content>;
	/** The number of the edit whose content it carries. */
	edit: number;
}

type Halt<Theirs> =
	| { kind: 'conflict'; theirs: Theirs }
	| { kind: 'taken'; by: string }
	| { kind: 'signed-out' }
	| { kind: 'refused'; message: string };

/**
 * Brings what is written to the server. Guaranteed: one request at a time; a request whose answer is
 * unknown is repeated, unchanged, before anything newer is sent, so that no save conflicts with its
 * own predecessor and no request id names two contents; what is not acknowledged is kept on this
 * machine; what somebody else saved meanwhile is merged where that is possible, and nothing is sent over a
 * conflict until the writer has decided, nor after somebody else has taken the article over.
 */
export class SaveQueue<Content, Theirs extends { revision: number; savedAt: string }> {
	#options: Options<Content, Theirs>;
	#keeper: LocalKeeper<LocalCopy<Content>>;
	#baseRevision: number;
	#savedAt: string;
	/** Numbers of the last edit, of the last that the server has, of the last that this machine has. */
	#edit = 0;
	#acknowledged = 0;
	#kept = 0;
	#request: Sent<Content> | null = null;
	/** The request that this machine's copy is known to name. */
	#noted: Sent<Content> | null = null;
	#sending = false;
	#isSlow = false;
	#halt: Halt<Theirs> | null = null;
	/** What was saved meanwhile, still to be merged. */
	#met: Theirs | null = null;
	#pace = paces.alone;
	#failures = 0;
	/** When the oldest edit that no request carries was made. */
	#waitingSince: number | null = null;
	#cancelTimer: (() => void) | null = null;
	#isStopped = false;
	#listeners = new Set<() => void>();
	#view: SaveView<Theirs>;

	constructor(options: Options<Content, Theirs>) {
		const { recovered, store, clock } = options;
		this.#options = options;
		this.#baseRevision = recovered?.baseRevision ?? options.revision;
		this.#savedAt = options.savedAt;
		this.#keeper = new LocalKeeper({
			read: () => ({ copy: this.#copy(), edit: this.#edit }),
			store,
			clock,
			onKept: (edit) => {
				this.#kept = edit;
				this.#publish();
			},
		});
		if (recovered) {
			this.#edit = 1;
			this.#kept = 1;
			if (recovered.pending) this.#request = { request: recovered.pending, edit: 0 };
		}
		this.#view = this.#look();
	}

	/** What the writer is told now; the same object until it changes. */
	get view(): SaveView<Theirs> {
		return this.#view;
	}

	/** The last revision that the server has acknowledged to this writer. */
	get revision(): number {
		return this.#baseRevision;
	}

	/** Whether the page may be closed without losing a word. */
	get isSafe(): boolean {
		return this.#isAcknowledged() || this.#kept === this.#edit;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** The content has changed. */
	changed(): void {
		this.#edit++;
		this.#waitingSince ??= this.#options.clock.now();
		// What was declined may be right now.
		if (this.#halt?.kind === 'refused') this.#halt = null;
		this.#keeper.touch();
		if (this.#failures === 0) this.#armAtPace();
		this.#publish();
	}

	/** Whether somebody reads along: then saves come close one upon the other. */
	set isWatched(isWatched: boolean) {
		this.#pace = isWatched ? paces.watched : paces.alone;
		if (this.#waitingSince !== null && this.#failures === 0) this.#armAtPace();
	}

	/** Sends at once what has not been sent: a key was pressed, the network is back, the writer signed in again. */
	sendNow(): void {
		if (this.#halt?.kind === 'signed-out') this.#halt = null;
		this.#pump();
	}

	/** Sends at once and answers when everything written before is acknowledged, or why it is not. */
	async flush(): Promise<FlushResult<Theirs>> {
		const goal = this.#edit;
		const failures = this.#failures;
		this.sendNow();
		while (this.#acknowledged < goal || this.#request) {
			if (this.#halt || this.#failures > failures) return { saved: false, view: this.#look() };
			if (!this.#sending) this.#pump();
			await this.#nextChange();
		}
		return { saved: true, revision: this.#baseRevision };
	}

	/** Ends a conflict by saving what is written here over the other version. */
	keepMine(): void {
		if (this.#halt?.kind !== 'conflict') return;
		this.#baseRevision = this.#halt.theirs.revision;
		this.#halt = null;
		this.changed();
		this.#pump();
	}

	/** Takes the server's version as the one that is written here; the caller has shown it. */
	adopt(theirs: { revision: number; savedAt: string }): void {
		this.#baseRevision = theirs.revision;
		this.#savedAt = theirs.savedAt;
		this.#halt = null;
		this.#met = null;
		this.#request = null;
		this.#acknowledged = this.#edit;
		this.#waitingSince = null;
		this.#keeper.touch();
		this.#publish();
	}

	/** Somebody else is the writer now: sends nothing more; answers when no request is under way. What is kept stays kept. */
	async surrender(by: string): Promise<void> {
		this.#halt = { kind: 'taken', by };
		this.#keeper.keepNow();
		this.#publish();
		while (this.#sending) await this.#nextChange();
	}

	/** Keeps what is not acknowledged before the page goes; false when the machine refuses. */
	keepNow(): boolean {
		return this.#keeper.keepNow();
	}

	/** Sends what is not acknowledged, a recovered copy first of all, without anyone pressing a key. */
	start(): void {
		if (!this.#isAcknowledged()) this.#arm(0);
	}

	/** Ends all sending: another queue takes the article over. What is kept stays kept. */
	stop(): void {
		this.#cancelTimer?.();
		this.#keeper.stop();
		this.#isStopped = true;
	}

	#isAcknowledged(): boolean {
		return this.#acknowledged >= this.#edit && !this.#request;
	}

	#copy(): LocalCopy<Content> | null {
		if (this.#isAcknowledged()) return null;
		return {
			baseRevision: this.#baseRevision,
			content: this.#options.snapshot(),
			pending: this.#request?.request ?? null,
			at: this.#options.clock.now(),
		};
	}

	#arm(ms: number): void {
		this.#cancelTimer?.();
		this.#cancelTimer = this.#options.clock.after(Math.max(0, ms), () => this.#pump());
	}

	#armAtPace(): void {
		const { quietMs, longestWaitMs } = this.#pace;
		const now = this.#options.clock.now();
		this.#arm(Math.min(quietMs, (this.#waitingSince ?? now) + longestWaitMs - now));
	}

	#pump(): void {
		if (this.#isStopped || this.#sending || this.#halt || this.#isAcknowledged()) return;
		if (this.#met && !this.#meet(this.#met)) return;
		if (!this.#request) {
			if (this.#options.isComposing()) {
				this.#arm(composingWaitMs);
				return;
			}
			this.#request = {
				request: {
					requestId: this.#options.newRequestId(),
					baseRevision: this.#baseRevision,
					content: this.#options.snapshot(),
				},
				edit: this.#edit,
			};
			this.#waitingSince = null;
		}
		void this.#send(this.#request);
	}

	/** Merges what was saved meanwhile, not under the hands of somebody who is composing a word. */
	#meet(theirs: Theirs): boolean {
		if (this.#options.isComposing()) {
			this.#arm(composingWaitMs);
			return false;
		}
		this.#met = null;
		if (this.#options.merge(theirs)) {
			this.#baseRevision = theirs.revision;
			this.#keeper.touch();
			return true;
		}
		this.#halt = { kind: 'conflict', theirs };
		this.#publish();
		return false;
	}

	async #send(sent: Sent<Content>): Promise<void> {
		this.#cancelTimer?.();
		this.#sending = true;
		this.#publish();
		// The machine's copy names the request before the server can have it: a crash in between then finds
		// its own save again instead of a conflict with it.
		if (this.#noted !== sent) await this.#keeper.settle();
		this.#noted = sent;
		const cancelSlow = this.#options.clock.after(slowMs, () => {
			this.#isSlow = true;
			this.#publish();
		});
		const answer = await this.#options.send(sent.request);
		cancelSlow();
		this.#isSlow = false;
		this.#sending = false;
		// A request that was given up meanwhile (the writer took the other version) has no say.
		if (this.#request === sent) this.#take(answer, sent.edit);
		this.#publish();
	}

	#take(answer: SaveAnswer<Theirs>, edit: number): void {
		if (answer.kind === 'unreachable') {
			this.#arm(backOffMs[Math.min(this.#failures, backOffMs.length - 1)]!);
			this.#failures++;
			return;
		}
		const hadFailed = this.#failures > 0;
		this.#failures = 0;
		// Only a lost session leaves it open whether the content was saved.
		if (answer.kind !== 'signed-out') this.#request = null;
		switch (answer.kind) {
			case 'saved':
				this.#baseRevision = answer.revision;
				this.#savedAt = answer.savedAt;
				this.#acknowledged = Math.max(this.#acknowledged, edit);
				// What was written during a failure has waited long enough.
				if (hadFailed) this.#arm(0);
				else if (!this.#isAcknowledged()) this.#armAtPace();
				break;
			case 'stale':
				this.#met = answer.theirs;
				break;
			case 'taken':
			case 'signed-out':
			case 'refused':
				this.#halt = answer;
				break;
			default:
				assertNever(answer);
		}
		this.#keeper.touch();
		if (this.#met) this.#pump();
	}

	#nextChange(): Promise<void> {
		return new Promise((resolve) => {
			const stop = this.subscribe(() => {
				stop();
				resolve();
			});
		});
	}

	#look(): SaveView<Theirs> {
		if (this.#halt) return { ...this.#halt, kept: this.#kept === this.#edit };
		if (this.#isAcknowledged()) return { kind: 'saved', savedAt: this.#savedAt };
		const kept = this.#kept === this.#edit;
		if (this.#failures > 0 || this.#isSlow) return { kind: 'unreachable', kept };
		return { kind: this.#sending ? 'saving' : 'edited', kept };
	}

	#publish(): void {
		this.#view = this.#look();
		for (const listener of [...this.#listeners]) listener();
	}
}
