import { playerBar } from './player-bar';
import { say } from './say';
import { longestSentence, type Sentence, sentencesOf } from './sentences';
import { pickVoice } from './voice';

/** One story of a playlist. */
interface Track {
	title: string;
	sentences: Sentence[];
	/** Marked while its story is read, where it stands beside others. */
	story?: Element;
}

const rates = [0.8, 1, 1.25, 1.5, 2];
const rateKey = 'shangban-rate';
/** How long voices that load late are waited for. */
const patience = 1500;
/** A sentence takes less than this, however slow its voice; then its end was not told. */
const mostMilliseconds = (letters: number, rate: number) => 5000 + (letters * 400) / rate;

/** 朗读, 听整版: by the voices of the reader's own device; the sentence that is spoken is marked where it stands. */
export function startListening(root: Document): void {
	for (const button of root.querySelectorAll<HTMLElement>('[data-act=listen]')) {
		if (typeof speechSynthesis === 'undefined') button.hidden = true;
		button.addEventListener('click', async () => {
			const voice = await chineseVoice();
			if (!voice) return say('这台设备没有中文语音，请在系统设置里添加后再听。');
			const tracks = tracksOf(root, longestSentence(voice));
			if (tracks.length > 0) play(tracks, voice, button);
		});
	}
}

/** What there is to hear on this page: the story, or the stories of the page in their order. */
function tracksOf(root: Document, longest: number): Track[] {
	const article = root.querySelector('.article');
	if (article) return [trackOfArticle(article, longest)];
	const isShown = (story: Element) => story.getBoundingClientRect().height > 0;
	// On a phone the page is a map, and what is read is the text under it.
	const flowing = [...root.querySelectorAll('.page-text > article')];
	if (flowing.some(isShown)) return flowing.map((story) => trackOfArticle(story, longest));
	return [...root.querySelectorAll('.page-stage .story')].map((story) => trackOfPlaced(story, longest));
}

const spoken =
	'.kicker, h1, .page-text h3, .deck, .byline, .body > p, .body :is(h2, h4), .exchange p, .body li, .pull p, .facts p';

function trackOfArticle(article: Element, longest: number): Track {
	const parts = [...article.querySelectorAll(spoken)].filter((part) => !part.parentElement?.closest(spoken));
	const groups = parts.map((part) => [part]);
	return { title: titleOf(article), sentences: sentencesOf(groups, longest), story: article };
}

/** A made-up story: its head, then its paragraphs, of which one may go on in the next column. */
function trackOfPlaced(story: Element, longest: number): Track {
	const groups: Element[][] = [
		...story.querySelectorAll('.head .kicker, .head .headline, .head .deck, .head .byline'),
	].map((part) => [part]);
	for (const paragraph of story.querySelectorAll('.frame p')) {
		if (paragraph.classList.contains('cont')) groups.at(-1)?.push(paragraph);
		else groups.push([paragraph]);
	}
	return { title: titleOf(story), sentences: sentencesOf(groups, longest), story };
}

const titleOf = (story: Element) => story.querySelector('h1, h2, h3')?.textContent?.trim() ?? '';

async function chineseVoice(): Promise<SpeechSynthesisVoice | undefined> {
	const find = () => pickVoice(speechSynthesis.getVoices());
	const found = find();
	if (found) return found;
	await new Promise((resolve) => {
		speechSynthesis.addEventListener('voiceschanged', resolve, { once: true });
		setTimeout(resolve, patience);
	});
	return find();
}

let stop = () => {};

function play(tracks: readonly Track[], voice: SpeechSynthesisVoice, opener: HTMLElement): void {
	stop();
	let [track, at] = [0, 0];
	let isPlaying = true;
	let rate = keptRate();
	/** What an utterance that was broken off still says is not heard. */
	let turn = 0;
	let watch = 0;

	const bar = playerBar({
		toggle: () => (isPlaying ? pause() : speak()),
		step: (by) => {
			at += by;
			if (at < 0) at = 0;
			if (at >= current().sentences.length) skip(1);
			else speak();
		},
		skip: tracks.length > 1 ? (by) => skip(by) : undefined,
		faster: () => {
			rate = rates[(rates.indexOf(rate) + 1) % rates.length] ?? 1;
			try {
				localStorage.setItem(rateKey, String(rate));
			} catch {
				// It holds for this page.
			}
			if (isPlaying) speak();
			else show();
		},
		close: () => end(),
	});
	const current = () => tracks[track] as Track;
	const show = () => {
		const { title, sentences } = current();
		const of = tracks.length > 1 ? `第 ${track + 1} 篇，共 ${tracks.length} 篇 · ` : '';
		bar.show({ title, place: `${of}第 ${at + 1} 句，共 ${sentences.length} 句`, isPlaying, rate });
	};
	const speak = () => {
		const mine = ++turn;
		const sentence = current().sentences[at];
		if (!sentence) return skip(1);
		isPlaying = true;
		speechSynthesis.cancel();
		const utterance = new SpeechSynthesisUtterance(sentence.text);
		Object.assign(utterance, { voice, lang: voice.lang.replaceAll('_', '-'), rate });
		const goOn = () => {
			if (mine !== turn) return;
			at++;
			if (at < current().sentences.length) speak();
			else skip(1);
		};
		utterance.onend = goOn;
		clearTimeout(watch);
		watch = window.setTimeout(goOn, mostMilliseconds(sentence.text.length, rate));
		utterance.onerror = ({ error }) => {
			if (mine !== turn || error === 'canceled' || error === 'interrupted') return;
			pause();
			say('语音停下了，按“播放”从这一句再来。');
		};
		speechSynthesis.speak(utterance);
		mark(current(), sentence.range);
		show();
	};
	const pause = () => {
		turn++;
		isPlaying = false;
		// Not pause(): phones do not come back from it. The sentence is begun anew.
		speechSynthesis.cancel();
		show();
	};
	const skip = (by: number) => {
		const next = track + by;
		if (next >= tracks.length) return end('听完了。');
		unmark(current());
		track = Math.max(0, next);
		at = 0;
		speak();
	};
	const end = (words?: string) => {
		turn++;
		speechSynthesis.cancel();
		unmark(current());
		// Who reads on elsewhere stays where he is.
		if (bar.holdsFocus()) opener.focus({ preventScroll: true });
		bar.remove();
		stop = () => {};
		removeEventListener('pagehide', leave);
		if (words) say(words);
	};
	const leave = () => speechSynthesis.cancel();
	addEventListener('pagehide', leave);
	stop = end;
	speak();
	bar.focus();
}

function keptRate(): number {
	try {
		const kept = Number(localStorage.getItem(rateKey));
		return rates.includes(kept) ? kept : 1;
	} catch {
		return 1;
	}
}

/** The sentence by a highlight of the browser's, where it has them; the story by a class. */
function mark({ story }: Track, range: Range): void {
	story?.classList.add('heard');
	if ('highlights' in CSS) CSS.highlights.set('spoken', new Highlight(range));
	const { top, bottom } = range.getBoundingClientRect();
	if (top >= 0 && bottom <= innerHeight * 0.8) return;
	const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
	const middle = scrollY + (top + bottom) / 2 - innerHeight / 2;
	scrollTo({ top: middle, behavior: isCalm ? 'instant' : 'smooth' });
}

function unmark({ story }: Track): void {
	story?.classList.remove('heard');
	if ('highlights' in CSS) CSS.highlights.delete('spoken');
}
