'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useKeyList } from '@/components/desk/shortcuts';
import { useToast } from '@/components/ui/toast';
import type { Hit, Part } from '@/lib/check/check';
import { partsOfHead } from '@/lib/check/parts';
import type { ArticleChecks } from '@/lib/check/read';
import { acceptInHead, acceptInText } from './check-accept';
import { readChecks, sendAnswer } from './check-doors';
import { markHits } from './check-marks';
import { partsOfDoc, placeOfHit } from './check-place';
import { type CheckActs, checkStoreOf, countOf, isSameHit, useChecks } from './check-store';
import { type Checker, startChecker } from './checker';
import { savedHead } from './head';
import type { PanelProps } from './panel';
import { useOpenPanel } from './use-open-panel';

/** After the last change: between words, not between strokes. */
const restMs = 350;

/**
 * 检查 while one writes: runs the rules in a worker whenever text or head have changed, draws what they found, and hears
 * their keys, whatever panel is open. While an input method composes it waits.
 */
export function CheckAid({ editor, article, head, writing }: PanelProps) {
	const store = checkStoreOf(editor);
	const [known, reload] = useArticleChecks(article.id, article.revision);
	const [checker, setChecker] = useState<Checker>();
	const latestHead = useRef(head);
	useLayoutEffect(() => {
		latestHead.current = head;
	});

	useEffect(() => {
		const started = startChecker(() => store.set({ status: 'failed' }));
		setChecker(started);
		return () => started.stop();
	}, [store]);

	useEffect(() => {
		if (known) store.set({ similar: known.similar, ignores: known.ignores, may: known.may });
	}, [known, store]);

	useCheckRuns({ editor, head, checker, known });
	useActs({ editor, article, writing, latestHead, reload });
	useCheckKeys(editor);
	return <Announcement editor={editor} />;
}

/** Between two readings for new revisions: words and people change by the hour, and every save is a revision. */
const knownForMs = 60_000;

/** What the server knows for the checks; read again now and then as revisions are saved, and when something was answered. */
function useArticleChecks(articleId: string, revision: number): [ArticleChecks | undefined, () => Promise<void>] {
	const [known, setKnown] = useState<ArticleChecks>();
	const readAt = useRef(Number.NEGATIVE_INFINITY);
	const [read] = useState(() => async () => {
		readAt.current = performance.now();
		const fresh = await readChecks(articleId);
		// The same settings stay the same object: what was found under them is remembered.
		if (fresh) setKnown((before) => keepSettings(before, fresh));
		else readAt.current = Number.NEGATIVE_INFINITY;
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: another revision may be like other stories
	useEffect(() => {
		if (performance.now() - readAt.current > knownForMs) void read();
		const onBack = () => void read();
		window.addEventListener('online', onBack);
		return () => window.removeEventListener('online', onBack);
	}, [read, revision]);
	return [known, read];
}

function keepSettings(before: ArticleChecks | undefined, fresh: ArticleChecks): ArticleChecks {
	const isSame = before && JSON.stringify(before.settings) === JSON.stringify(fresh.settings);
	return isSame ? { ...fresh, settings: before.settings } : fresh;
}

interface Runs {
	editor: Editor;
	head: PanelProps['head'];
	checker: Checker | undefined;
	known: ArticleChecks | undefined;
}

/** Asks the worker a moment after each change, and draws its answer where the text is still the same. */
function useCheckRuns({ editor, head, checker, known }: Runs): void {
	const store = checkStoreOf(editor);
	useEffect(() => {
		if (!checker || !known) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const run = async () => {
			if (editor.isDestroyed) return;
			if (editor.view.composing) return later();
			const { doc } = editor.state;
			const parts: Part[] = [...partsOfHead(savedHead(head)), ...partsOfDoc(doc)];
			const hits = await checker.check(parts, known.settings);
			if (!hits || editor.isDestroyed || editor.state.doc !== doc) return;
			if (editor.view.composing) return later();
			show(editor, hits, known.ignores);
		};
		const later = () => {
			clearTimeout(timer);
			timer = setTimeout(run, restMs);
		};
		const onUpdate = () => later();
		timer = setTimeout(run, store.now.status === 'waiting' ? 0 : restMs);
		editor.on('update', onUpdate);
		return () => {
			clearTimeout(timer);
			editor.off('update', onUpdate);
		};
	}, [editor, head, checker, known, store]);
}

function show(editor: Editor, hits: readonly Hit[], ignores: ArticleChecks['ignores']): void {
	const store = checkStoreOf(editor);
	const isIgnored = (hit: Hit) => ignores.some(({ rule, text }) => rule === hit.rule && text === hit.key);
	const open = hits.filter((hit) => !isIgnored(hit));
	const present = open.find((hit) => isSameHit(hit, store.now.present));
	store.set({ status: 'ready', open, ignored: hits.filter(isIgnored), present });
	markHits(editor.view, { hits: open, present });
}

interface ActsOptions extends Pick<PanelProps, 'editor' | 'article' | 'writing'> {
	latestHead: { current: PanelProps['head'] };
	reload: () => Promise<void>;
}

/** What panel and keys can do. */
function useActs({ editor, article, writing, latestHead, reload }: ActsOptions): void {
	const { show: say } = useToast();
	const store = checkStoreOf(editor);
	const send = async (answer: Parameters<typeof sendAnswer>[1]) => {
		const refusal = await sendAnswer(article.id, answer);
		if (!refusal) await reload();
		return refusal;
	};
	const acts: CheckActs = {
		goTo(hit) {
			store.set({ present: hit });
			markHits(editor.view, { hits: store.now.open, present: hit });
			reveal(editor, hit);
		},
		accept(hit, suggestion) {
			if (suggestion === undefined) {
				say({ message: '这一处没有现成的改法，请直接改，或者写明理由忽略。' });
				return;
			}
			const patch = acceptInHead(latestHead.current, hit, suggestion);
			if (patch) writing?.change(patch);
			const isDone = patch !== undefined || (editor.isEditable && acceptInText(editor, hit, suggestion));
			say({ message: isDone ? acceptedWords(hit, suggestion) : '这里的文字已经变了，没有改动。' });
		},
		ignore: ({ rule, key }, reason) => send({ act: 'ignore', rule, text: key, reason }),
		heed: ({ rule, text }) => send({ act: 'heed', rule, text }),
		addWord: (word) => send({ act: 'word', wrong: word }),
	};
	useLayoutEffect(() => {
		store.acts = acts;
	});
}

function acceptedWords({ text }: Hit, suggestion: string): string {
	return suggestion === '' ? `已删去“${text}”。` : `已改为“${suggestion}”。`;
}

/** Shows the place of a hit: selects it in the text, or goes to its field of the head. */
function reveal(editor: Editor, hit: Hit): void {
	const place = placeOfHit(editor.state.doc, hit);
	if (place?.kind === 'text') {
		editor.chain().setTextSelection({ from: place.from, to: place.to }).scrollIntoView().run();
		editor.view.focus();
		return;
	}
	if (place) {
		editor.chain().setNodeSelection(place.position).scrollIntoView().run();
		editor.view.focus();
		return;
	}
	const field = hit.where.in === 'head' ? document.querySelector(`[data-head="${hit.where.field}"]`) : null;
	if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
		field.focus();
		field.setSelectionRange(hit.from, hit.to);
	} else document.querySelector<HTMLElement>('[data-head="byline"]')?.focus();
}

const keyGroup = '检查';
const keyList = [
	{ keys: 'F8', label: '下一处', group: keyGroup },
	{ keys: 'Shift+F8', label: '上一处', group: keyGroup },
	{ keys: 'F9', label: '采纳第一条建议', group: keyGroup },
	{ keys: 'Shift+F9', label: '忽略，写理由', group: keyGroup },
];

/** F8 and F9 type nothing, so that they act inside a text too. */
function useCheckKeys(editor: Editor): void {
	const [, openPanel] = useOpenPanel();
	const latestOpen = useRef(openPanel);
	useLayoutEffect(() => {
		latestOpen.current = openPanel;
	});
	useKeyList(keyList);
	useEffect(() => {
		const store = checkStoreOf(editor);
		const onKey = (event: KeyboardEvent) => {
			const isOurs = event.key === 'F8' || event.key === 'F9';
			if (!isOurs || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
			if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
			event.preventDefault();
			const { open, present, may } = store.now;
			if (event.key === 'F8') {
				const next = neighbourOf(editor, open, present, event.shiftKey ? -1 : 1);
				if (next) store.acts?.goTo(next);
			} else if (!event.shiftKey && present) {
				store.acts?.accept(present, present.suggestions[0]);
			} else if (event.shiftKey && present && may.ignore) {
				store.asking = present.key;
				latestOpen.current('check');
				store.set({});
			}
		};
		document.addEventListener('keydown', onKey, true);
		return () => document.removeEventListener('keydown', onKey, true);
	}, [editor]);
}

/** The hit after the present one, or after the cursor where none is; round at the end. */
function neighbourOf(editor: Editor, open: readonly Hit[], present: Hit | undefined, by: 1 | -1): Hit | undefined {
	if (open.length === 0) return undefined;
	const at = open.findIndex((hit) => isSameHit(hit, present));
	if (at >= 0) return open[(at + by + open.length) % open.length];
	const cursor = editor.state.selection.from;
	const position = (hit: Hit) => {
		const place = placeOfHit(editor.state.doc, hit);
		return place ? (place.kind === 'text' ? place.from : place.position) : -1;
	};
	const after = by > 0 ? open.find((hit) => position(hit) >= cursor) : open.findLast((hit) => position(hit) < cursor);
	return after ?? open.at(by > 0 ? 0 : -1);
}

const settledMs = 2000;

/** Says how many hits are open, once writing pauses. */
function Announcement({ editor }: { editor: Editor }) {
	const { status, open } = useChecks(editor);
	const [said, setSaid] = useState('');
	const words = status === 'ready' ? countWords(open) : '';
	useEffect(() => {
		const timer = setTimeout(() => setSaid(words), settledMs);
		return () => clearTimeout(timer);
	}, [words]);
	return (
		<p role="status" className="visually-hidden">
			{said}
		</p>
	);
}

function countWords(open: readonly Hit[]): string {
	const [errors, warnings] = [countOf(open, 'error'), countOf(open, 'warning')];
	return errors + warnings === 0 ? '检查没有发现差错' : `检查：差错 ${errors} 处，疑似 ${warnings} 处`;
}
