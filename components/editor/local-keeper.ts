import type { Clock } from './clock';

/** Where copies are kept on this machine. */
export interface CopyStore<Copy> {
	put(copy: Copy): Promise<void>;
	/** Before it returns, for a page that is being closed. */
	putNow(copy: Copy): void;
	drop(): Promise<void>;
}

interface Options<Copy> {
	/** What is to be kept now, with the number of the edit it holds; null when nothing is. */
	read: () => { copy: Copy | null; edit: number };
	store: CopyStore<Copy>;
	clock: Clock;
	/** An edit (and all before it) is kept. */
	onKept: (edit: number) => void;
}

const delay = 250;
const retryDelay = 2000;
const longestSettle = 1000;

/**
 * Keeps the newest copy on this machine, at most one write in 250 ms and never two at once. What is
 * kept when a write ends is what `read` gave when it began; later changes are written next.
 */
export class LocalKeeper<Copy> {
	#options: Options<Copy>;
	#scheduled = false;
	#writing: Promise<void> | null = null;
	#wanted = false;
	#isStopped = false;

	constructor(options: Options<Copy>) {
		this.#options = options;
	}

	/** Something changed: it will be kept soon. */
	touch(): void {
		this.#wanted = true;
		if (!this.#scheduled && !this.#writing) this.#schedule(delay);
	}

	/** Keeps what `read` gives now; answers when that is written, or could not be, or took too long to wait for. */
	async settle(): Promise<void> {
		const patience = new Promise<void>((resolve) => this.#options.clock.after(longestSettle, resolve));
		await Promise.race([patience, (this.#writing ?? Promise.resolve()).then(() => this.#write())]);
	}

	/** Keeps at once, before returning; false when the machine refuses. */
	keepNow(): boolean {
		const { copy, edit } = this.#options.read();
		if (!copy) return true;
		try {
			this.#options.store.putNow(copy);
		} catch {
			// No room or no permission: the caller warns before the page goes.
			return false;
		}
		this.#options.onKept(edit);
		return true;
	}

	/** Writes nothing more; another keeper has taken the copy over. */
	stop(): void {
		this.#isStopped = true;
	}

	#schedule(ms: number): void {
		this.#scheduled = true;
		this.#options.clock.after(ms, () => {
			this.#scheduled = false;
			void this.#write();
		});
	}

	#write(): Promise<void> {
		this.#writing ??= this.#writeOnce().finally(() => {
			this.#writing = null;
		});
		return this.#writing;
	}

	async #writeOnce(): Promise<void> {
		this.#wanted = false;
		const { copy, edit } = this.#options.read();
		const failed = await this.#store(copy).then(
			() => false,
			() => true,
		);
		if (!failed) this.#options.onKept(edit);
		if ((failed || this.#wanted) && !this.#scheduled) this.#schedule(failed ? retryDelay : delay);
	}

	async #store(copy: Copy | null): Promise<void> {
		if (this.#isStopped) return;
		await (copy ? this.#options.store.put(copy) : this.#options.store.drop());
	}
}
