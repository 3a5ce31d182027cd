import { systemClock } from '@/components/editor/clock';
import { compareContents, mergeContents } from '@/components/editor/compare';
import { newRequestId } from '@/components/editor/request-id';
import { type LocalCopy, type SaveAnswer, SaveQueue, type SaveRequest } from '@/components/editor/save-queue';
import type { Theirs } from '@/components/editor/send-article';
import type { LockAct } from '@/lib/article/lock/lock';
import { mergeVersions } from '@/lib/article/merge';
import type { ArticleContent } from '@/lib/article/schema';
import type { Person } from './person';
import { contentOf, newWord, paragraphsOf, wordsIn } from './words';

/** What a refused save came with. */
export interface LateAnswer {
	code: string;
	theirs: { revision: number; content: ArticleContent };
}

/**
 * A writer with the editor's own saving behind him, and a machine that keeps what is not saved; only the surface is left
 * out. Where two have written in one paragraph he wants both.
 */
export class Writer {
	readonly tab = newRequestId();
	/** Every word that he has typed. */
	readonly typed: string[] = [];
	/** Every word that he was told is saved. */
	readonly acknowledged: string[] = [];
	readonly late: LateAnswer[] = [];
	/** Whether a save is under way. */
	isSaving = false;
	/** What his machine keeps. */
	copy: LocalCopy<ArticleContent> | null = null;
	isOffline = false;
	#content: ArticleContent = contentOf(['']);
	#queue: SaveQueue<ArticleContent, Theirs> | undefined;

	constructor(
		readonly person: Person,
		readonly articleId: string,
	) {}

	/** Opens the article; what the machine has kept comes back. */
	async open(): Promise<void> {
		this.#queue?.stop();
		const server = await (await this.person.ask(`/api/article/${this.articleId}`)).json();
		this.#content = this.copy?.content ?? server.content;
		const queue: SaveQueue<ArticleContent, Theirs> = new SaveQueue({
			revision: server.revision,
			savedAt: server.savedAt,
			recovered: this.copy ?? undefined,
			snapshot: () => this.#content,
			isComposing: () => false,
			send: (request) => this.#send(request),
			merge: (theirs) => {
				const merged = theirs.base && mergeVersions(theirs.base, this.#content, theirs.content);
				if (merged) this.#content = merged.content;
				return merged !== null;
			},
			newRequestId,
			store: {
				put: async (copy) => this.#keep(queue, copy),
				putNow: (copy) => this.#keep(queue, copy),
				drop: async () => this.#keep(queue, null),
			},
			clock: systemClock,
		});
		this.#queue = queue;
		queue.start();
	}

	/** Types a new word at the end of a paragraph. */
	type(paragraph: number): void {
		const word = newWord();
		this.typed.push(word);
		const paragraphs = paragraphsOf(this.#content);
		const at = Math.min(paragraph, paragraphs.length - 1);
		this.#content = contentOf(paragraphs.with(at, paragraphs[at] + word));
		this.#queue?.changed();
	}

	/** Saves until everything is acknowledged, somebody else writes, or nothing answers. */
	async settle(): Promise<'saved' | 'taken' | 'unreachable'> {
		for (;;) {
			const flushed = await this.#queue!.flush();
			if (flushed.saved) return 'saved';
			const { view } = flushed;
			if (view.kind === 'taken') {
				await this.#queue!.surrender(view.by);
				return 'taken';
			}
			if (view.kind === 'unreachable') return 'unreachable';
			if (view.kind !== 'conflict') throw new Error(`A save ended as ${view.kind}`);
			this.#keepBoth(view.theirs.content);
		}
	}

	async act(act: LockAct): Promise<Response> {
		return this.person.ask(`/api/article/${this.articleId}/lock`, {
			method: 'POST',
			body: JSON.stringify({ act, tab: this.tab }),
		});
	}

	/** Whether every word that he has typed stands on his machine or in what he was told was saved. */
	keeps(saved: ReadonlySet<string>): boolean {
		const kept = this.copy ? JSON.stringify(this.copy.content) : '';
		return this.typed.every((word) => saved.has(word) || kept.includes(word));
	}

	#keepBoth(theirs: ArticleContent): void {
		const { stretches } = compareContents(this.#content, theirs);
		const both = Object.fromEntries(stretches.map((_, index) => [index, 'both' as const]));
		this.#content = mergeContents(this.#content, theirs, { fields: {}, stretches: both });
		this.#queue!.keepMine();
	}

	#keep(queue: unknown, copy: LocalCopy<ArticleContent> | null): void {
		if (queue === this.#queue) this.copy = copy;
	}

	async #send(request: SaveRequest<ArticleContent>): Promise<SaveAnswer<Theirs>> {
		if (this.isOffline) return { kind: 'unreachable' };
		this.isSaving = true;
		try {
			const response = await this.person.ask(`/api/article/${this.articleId}`, {
				method: 'PUT',
				body: JSON.stringify({ ...request, tab: this.tab }),
			});
			const answer = await response.json();
			if (response.ok) {
				this.acknowledged.push(...wordsIn(paragraphsOf(request.content).join('')));
				return { kind: 'saved', revision: answer.revision, savedAt: answer.savedAt };
			}
			if (response.status === 409) this.late.push(answer);
			if (answer.code === 'stale') return { kind: 'stale', theirs: { ...answer.theirs, base: answer.base } };
			if (answer.code === 'taken') return { kind: 'taken', by: answer.lock.writer?.name ?? '' };
			if (response.status >= 500) return { kind: 'unreachable' };
			return { kind: 'refused', message: answer.message };
		} catch {
			return { kind: 'unreachable' };
		} finally {
			this.isSaving = false;
		}
	}
}
