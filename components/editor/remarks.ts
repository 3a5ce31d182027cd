import type { TextAnchor } from '@/lib/article/comment/anchor';
import type { CommentThread, MentionChoice, Remarks } from '@/lib/article/comment/read';
import type { CommentInput, CommentPlace } from '@/lib/article/comment/schema';

/** A comment that is about to be written: what it is on. */
export interface Draft {
	place: CommentPlace;
	anchor: TextAnchor | null;
	/** The text that the field has now, where another is to be proposed. */
	proposal: string | null;
}

export interface RemarksView extends Remarks {
	/** Nothing is known yet, or the last look failed; what is shown may be old. */
	state: 'loading' | 'known' | 'unreachable';
	draft: Draft | null;
	/** The comment or suggestion that is looked at in the list, in the text, or in both. */
	active: string | null;
}

type Outcome = { ok: true } | { ok: false; message: string };

const patienceMs = 15_000;
const unreachable = '现在连不上服务器，没有发出。您写的还在，请稍后再试。';

/**
 * The comments of one article as this screen knows them, and what is done to them. Guaranteed: a request that fails
 * changes nothing here; the answer to one that succeeds is the whole present state.
 */
export class RemarksStore {
	#articleId: string;
	#view: RemarksView = { state: 'loading', threads: [], names: {}, draft: null, active: null };
	#listeners = new Set<() => void>();
	#people: Promise<MentionChoice[]> | null = null;
	/** The number of the latest question; an older answer is not looked at. */
	#asked = 0;

	constructor(articleId: string) {
		this.#articleId = articleId;
	}

	get view(): RemarksView {
		return this.#view;
	}

	subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Looks again at what others have written. */
	async load(): Promise<void> {
		const number = ++this.#asked;
		try {
			const response = await fetch(this.#url('comment'), { signal: AbortSignal.timeout(patienceMs) });
			if (!response.ok) throw new Error(`HTTP ${response.status}`);
			this.#take(number, (await response.json()) as Remarks);
		} catch {
			if (number === this.#asked) this.#change({ state: 'unreachable' });
		}
	}

	/** Does one act; on success what everybody sees is shown. */
	async act(input: CommentInput): Promise<Outcome> {
		const number = ++this.#asked;
		try {
			const response = await fetch(this.#url('comment'), {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(input),
				signal: AbortSignal.timeout(patienceMs),
			});
			const answer: unknown = await response.json();
			if (!response.ok) return { ok: false, message: (answer as { message?: string }).message ?? unreachable };
			this.#take(number, answer as Remarks);
			return { ok: true };
		} catch {
			return { ok: false, message: unreachable };
		}
	}

	/** Whom a comment may mention. */
	people(): Promise<MentionChoice[]> {
		this.#people ??= fetch(this.#url('mention'), { signal: AbortSignal.timeout(patienceMs) })
			.then((response) => (response.ok ? (response.json() as Promise<MentionChoice[]>) : []))
			.catch(() => {
				this.#people = null;
				return [];
			});
		return this.#people;
	}

	compose(draft: Draft | null): void {
		this.#change({ draft });
	}

	look(active: string | null): void {
		if (active !== this.#view.active) this.#change({ active });
	}

	thread(id: string): CommentThread | undefined {
		return this.#view.threads.find((thread) => thread.id === id);
	}

	#take(number: number, { threads, names }: Remarks): void {
		if (number === this.#asked) this.#change({ state: 'known', threads, names });
	}

	#change(patch: Partial<RemarksView>): void {
		this.#view = { ...this.#view, ...patch };
		for (const listener of [...this.#listeners]) listener();
	}

	#url(door: string): string {
		return `/api/article/${this.#articleId}/${door}`;
	}
}
