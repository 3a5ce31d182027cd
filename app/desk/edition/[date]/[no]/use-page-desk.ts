'use client';
import { useRef, useState } from 'react';
import { useToast } from '@/components/ui/toast';
import type { PageOp } from '@/lib/edition/design/schema';
import type { DeskPage } from '@/lib/edition/desk/read';
import type { MadePage } from '@/lib/makeup/remake';
import { askDoor, watchRun } from './desk-doors';

/** What the screen of a page knows and can do. */
export interface PageDesk {
	page: DeskPage;
	/** What is drawn: the page, or while 组版 goes on the best so far. */
	shown: MadePage;
	/** While something is on its way, what. */
	busy: 'act' | 'run' | undefined;
	/** What was done last, in words. */
	said: string;
	act: (op: PageOp) => void;
	/** 撤销 重做 */
	turn: (by: -1 | 1) => void;
	compose: () => void;
	/** Ends 组版; the page stays as it was. */
	stop: () => void;
	/** Shows what others have changed. */
	reload: () => Promise<void>;
}

const seeds = 99;

/** Acts go to the server one after the other, each on the step that the one before has led to. */
export function usePageDesk(first: DeskPage): PageDesk {
	const { show } = useToast();
	const [page, setPage] = useState(first);
	const [found, setFound] = useState<MadePage>();
	const [busy, setBusy] = useState<PageDesk['busy']>();
	const [said, setSaid] = useState('');
	const latest = useRef(first);
	const waiting = useRef<Promise<void>>(Promise.resolve());
	const run = useRef<AbortController>(undefined);
	const pageId = first.made.pageId;

	const take = (next: DeskPage) => {
		latest.current = next;
		setPage(next);
	};
	const reload = async () => {
		const answer = await askDoor<DeskPage>(pageId, 'step');
		if (answer.ok) take(answer.value);
	};
	const post = async (body: object, says: (next: DeskPage) => string) => {
		setBusy('act');
		const { step: base, stamp } = latest.current;
		const answer = await askDoor<DeskPage>(pageId, 'step', { base, stamp, ...body });
		if (answer.ok) {
			take(answer.value);
			setSaid(says(answer.value));
		} else if (answer.code === 'invalid') {
			// The page is as it was: said where it is looked for, and over with the next act.
			setSaid(`${answer.message} `);
		} else {
			show({ message: answer.message, tone: 'error' });
			if (answer.code === 'stale' || answer.code === 'wrong-state') await reload();
		}
		setBusy(undefined);
	};
	const enqueue = (work: () => Promise<void>) => {
		waiting.current = waiting.current.then(work);
	};
	const act = (op: PageOp) => enqueue(() => post({ op }, (next) => `${next.undo ?? '已改'}。`));
	const turn = (by: -1 | 1) =>
		enqueue(async () => {
			const { step, top, undo, redo } = latest.current;
			const to = step + by;
			if (to < 0 || to > top) return;
			await post({ to }, () => (by < 0 ? `已撤销：${undo ?? ''}。` : `已重做：${redo ?? ''}。`));
		});
	const compose = () =>
		enqueue(async () => {
			const own = new AbortController();
			run.current = own;
			setBusy('run');
			// Another seed each time: who asks again wants another page.
			const seed = (latest.current.step % seeds) + 1;
			const base = latest.current.step;
			const ended = await watchRun(pageId, { base, seeds: [seed] }, { onFound: setFound, signal: own.signal });
			if (ended.ok) await post({ op: { kind: 'compose', seed } }, () => '组版完成。');
			else if (ended.code !== 'stopped') show({ message: ended.message, tone: 'error' });
			if (!ended.ok && ended.code === 'stale') await reload();
			setFound(undefined);
			setBusy(undefined);
		});
	const stop = () => run.current?.abort();
	return { page, shown: found ?? page.made, busy, said, act, turn, compose, stop, reload };
}
