import type { LockAct, LockView } from '@/lib/article/lock/lock';
import type { Clock } from './clock';

export type LockAnswer =
	| { kind: 'view'; view: LockView }
	/** Understood and declined, with the sentence to show; `isFinal` where asking again is of no use. */
	| { kind: 'refused'; message: string; isFinal: boolean }
	/** No answer, or none that says anything. */
	| { kind: 'unreachable' };

/** Why an article that this person may write is only read here. */
export type Because =
	/** Somebody else wrote it when it was opened. */
	| 'held'
	/** He gave it, or it was taken from him, or he went on in another tab. */
	| 'given'
	| 'taken'
	| 'elsewhere'
	/** He has passed it on to whoever judges it next. */
	| 'done'
	/** He may not write it as it stands now. */
	| 'closed';

/** What the screen shows of it. */
export interface LockState {
	mode: 'opening' | 'writing' | 'reading';
	because: Because;
	/** Whom it was given to, or who took it. */
	to: string;
	writer: LockView['writer'];
	/** The article's revision when this tab became its writer, or as it is now where it is read. */
	revision: number;
	/** Who asks the writer for it, and until when he has to answer, by this machine's clock. */
	ask: { name: string; answerBy: number } | null;
	/** What became of this person's own asking. */
	asking: 'no' | 'waiting' | 'refused';
	/** Why an act did not happen. */
	trouble: string;
}

/** The words that are being written, as far as a change of the writer concerns them. */
export interface Words {
	isSaved: () => boolean;
	/** Brings everything to the server, as far as that goes. */
	flush: () => Promise<unknown>;
	/** Sends nothing more and keeps what is not saved on this machine. */
	surrender: (by: string) => Promise<void>;
}

interface Options {
	post: (act: LockAct) => Promise<LockAnswer>;
	/** Whether another tab of the same person's is known to be closed. */
	isGone: (tab: string) => Promise<boolean>;
	clock: Clock;
}

const beatMs = 10_000;
/** A tab of one's own that does not answer so soon is asleep. */
const ownTabMs = 3000;
/** As long as the server wants an unanswered ask to wait (lock.ts), and a moment for its clock. */
const patienceMs = 30_500;
/** Words that cannot be saved do not hold back for ever who waits for the article. */
const flushMs = 8000;

const nothingWritten: Words = { isSaved: () => true, flush: async () => {}, surrender: async () => {} };

/**
 * The place of an article's writer, seen from one tab. Guaranteed: the screen is writable only while the server has
 * confirmed this tab as the writer or could not be asked; who is asked and does not answer hands over after everything
 * typed was saved; who loses the place keeps what is not saved. What the server says later overrules what it said before.
 */
export class WriterLock {
	#options: Options;
	#state: LockState = {
		mode: 'opening',
		because: 'held',
		to: '',
		writer: null,
		revision: 0,
		ask: null,
		asking: 'no',
		trouble: '',
	};
	#heardAt = 0;
	#words = nothingWritten;
	#listeners = new Set<() => void>();
	/** One request after the other, so that each is judged by what the one before has made. */
	#posts: Promise<unknown> = Promise.resolve();
	#cancelBeat = () => {};
	#cancelAnswer = () => {};
	#cancelPatience = () => {};
	#isGiving = false;
	#isClosed = false;

	constructor(options: Options) {
		this.#options = options;
	}

	/** The same object until it changes. */
	get state(): LockState {
		return this.#state;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** The words that are written while this tab is the writer. */
	attach(words: Words): () => void {
		this.#words = words;
		return () => {
			if (this.#words === words) this.#words = nothingWritten;
		};
	}

	/** The article is on the screen, for somebody who may write it or not. */
	async open(mayWrite: boolean): Promise<void> {
		this.#isClosed = false;
		if (!mayWrite) {
			const wasWriting = this.#state.mode === 'writing';
			this.#show({ mode: 'reading', because: 'closed', asking: 'no', ask: null });
			if (wasWriting) await this.#post('leave');
			return;
		}
		if (this.#state.mode === 'writing') return;
		if (this.#state.because === 'closed') this.#state = { ...this.#state, because: 'held' };
		await this.#act('take');
	}

	/** The page is left; `leave` is called when what is still to be saved is saved, unless the page is opened again. */
	async close(leave: () => void): Promise<void> {
		this.#isClosed = true;
		this.#cancelBeat();
		this.#cancelAnswer();
		this.#cancelPatience();
		await this.#flush();
		if (this.#isClosed) leave();
	}

	/** What the server says, asked or unasked. */
	async hear(view: LockView): Promise<void> {
		if (this.#isClosed || view.at < this.#heardAt) return;
		this.#heardAt = view.at;
		const before = this.#state.writer;
		this.#state = { ...this.#state, writer: view.writer };
		if (this.#state.because === 'closed') this.#state.revision = view.revision;
		else if (view.writer?.isHere) this.#write(view);
		else if (this.#state.mode === 'writing') await this.#lose(view);
		else await this.#read(view, before);
		this.#publish();
	}

	/** Nobody writes: 我来写. */
	write = () => this.#act('take');

	/** 请求接手; the other tab of the same person is asked too, and gives at once. */
	async ask(): Promise<void> {
		this.#show({ trouble: '' });
		await this.#act('ask');
		const isOwn = this.#state.writer?.isMe;
		if (this.#state.asking !== 'waiting') return;
		this.#cancelPatience = this.#options.clock.after(isOwn ? ownTabMs : patienceMs, () => {
			if (this.#state.asking === 'waiting') void this.#act(isOwn ? 'force' : 'take');
		});
	}

	/** The article has gone on to others: its place is free, and this screen reads; not under the hands of who still types. */
	async rest(): Promise<void> {
		if (this.#state.mode !== 'writing' || !this.#words.isSaved()) return;
		this.#cancelBeat();
		this.#cancelAnswer();
		this.#show({ mode: 'reading', because: 'done', to: '', ask: null });
		await this.#act('leave');
	}

	/** 强行接手 */
	force = () => this.#act('force');

	/** 稍等 */
	refuse(): Promise<void> {
		this.#cancelAnswer();
		this.#show({ ask: null });
		return this.#act('refuse');
	}

	/** 交出, after everything typed was saved. */
	async give(): Promise<void> {
		if (this.#isGiving) return;
		this.#isGiving = true;
		this.#cancelAnswer();
		await this.#flush();
		await this.#act('give');
		this.#isGiving = false;
	}

	/** The screen was away (asleep, offline): asks at once where things stand. */
	look(): void {
		if (this.#state.mode === 'writing') void this.#act('take');
	}

	#write({ ask, revision }: LockView): void {
		this.#cancelPatience();
		const { clock } = this.#options;
		const isNew = this.#state.mode !== 'writing';
		this.#state = { ...this.#state, mode: 'writing', asking: 'no', trouble: '' };
		if (isNew) {
			this.#state.revision = revision;
			this.#beat();
		}
		this.#cancelAnswer();
		this.#state.ask = ask && !ask.isMe ? { name: ask.name, answerBy: clock.now() + ask.answerInMs } : null;
		// Oneself in another tab need not be asked.
		if (ask) this.#cancelAnswer = clock.after(ask.isMe ? 0 : ask.answerInMs, () => void this.give());
	}

	async #lose({ writer, revision }: LockView): Promise<void> {
		// Silent for too long, and nobody has taken it: it is still his to take.
		if (!writer) return void this.#act('take');
		this.#cancelBeat();
		this.#cancelAnswer();
		const because = writer.isMe ? 'elsewhere' : this.#isGiving ? 'given' : 'taken';
		await this.#words.surrender(writer.name);
		this.#state = { ...this.#state, mode: 'reading', because, to: writer.name, revision, ask: null, asking: 'no' };
	}

	async #read({ writer, ask, revision }: LockView, before: LockView['writer']): Promise<void> {
		const { mode, asking } = this.#state;
		if (mode === 'opening' && writer?.isMe && writer.tab && (await this.#options.isGone(writer.tab))) {
			return void this.#act('force');
		}
		if (asking === 'waiting' && !writer) return void this.#act('take');
		this.#state = { ...this.#state, mode: 'reading', revision };
		if (ask?.isHere) this.#state.asking = 'waiting';
		// Gone without an answer in deeds: a no, where the writer is still the same.
		else if (asking === 'waiting') this.#state.asking = writer?.since === before?.since ? 'refused' : 'no';
	}

	/** Everything typed is saved, or cannot be so soon. */
	async #flush(): Promise<void> {
		const enough = new Promise<void>((resolve) => this.#options.clock.after(flushMs, resolve));
		await Promise.race([this.#words.flush(), enough]);
	}

	#beat(): void {
		this.#cancelBeat();
		this.#cancelBeat = this.#options.clock.after(beatMs, () => {
			if (this.#state.mode !== 'writing') return;
			this.#beat();
			void this.#act('take');
		});
	}

	async #act(act: LockAct): Promise<void> {
		const answer = await this.#post(act);
		if (this.#isClosed) return;
		if (answer.kind === 'view') return this.hear(answer.view);
		const isOpening = this.#state.mode === 'opening';
		if (answer.kind === 'refused' && answer.isFinal) this.#show({ mode: 'reading', because: 'closed' });
		else if (answer.kind === 'refused')
			this.#show({ trouble: answer.message, mode: isOpening ? 'reading' : this.#state.mode });
		// Not to be reached: one writes on, and the save decides. It keeps every word.
		else if (isOpening) {
			this.#show({ mode: 'writing' });
			this.#beat();
		} else if (this.#state.mode === 'reading') {
			this.#show({ trouble: '服务器连不上，没有执行。请稍后再试。' });
		}
	}

	#post(act: LockAct): Promise<LockAnswer> {
		const answer = this.#posts.then(() => this.#options.post(act));
		this.#posts = answer;
		return answer;
	}

	#show(patch: Partial<LockState>): void {
		this.#state = { ...this.#state, ...patch };
		this.#publish();
	}

	#publish(): void {
		for (const listener of [...this.#listeners]) listener();
	}
}
