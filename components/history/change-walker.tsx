'use client';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import styles from './history-screen.module.css';

/** Leads from change to change, by keys and buttons, and hides what did not change. */
export function ChangeWalker({ isUnchanged }: { isUnchanged: boolean }) {
	const [count, setCount] = useState<number>();
	const [at, setAt] = useState<{ index: number; words: string }>();
	const [isBrief, setBrief] = useState(false);
	const current = useRef<HTMLElement>(null);
	useEffect(() => {
		setCount(changes().length);
	}, []);
	useEffect(() => {
		document.documentElement.toggleAttribute('data-brief', isBrief);
		return () => document.documentElement.removeAttribute('data-brief');
	}, [isBrief]);

	const step = (by: 1 | -1) => {
		const all = changes();
		const next = all[nextOf(all, current.current, by)];
		if (!next) return;
		current.current?.removeAttribute('data-current');
		next.setAttribute('data-current', '');
		current.current = next;
		next.scrollIntoView({ block: 'center', behavior: 'instant' });
		setAt({ index: all.indexOf(next), words: wordsOf(next) });
	};
	// By key the focus goes along, so that Tab goes on from there; a button that was pressed keeps it.
	const stepByKey = (by: 1 | -1) => {
		step(by);
		current.current?.focus({ preventScroll: true });
	};
	useShortcut('j', '下一处改动', () => stepByKey(1));
	useShortcut('k', '上一处改动', () => stepByKey(-1));

	if (isUnchanged) return <p className={styles.place}>两稿的内容一样。</p>;
	return (
		<div className={styles.walker}>
			<span className={styles.count} role="status">
				{count !== undefined && (at ? `第 ${at.index + 1} 处，共 ${count} 处` : `共 ${count} 处改动`)}
				{at && <span className="visually-hidden">：{at.words}</span>}
			</span>
			<Button shortcut="k" onClick={() => step(-1)}>
				上一处
			</Button>
			<Button shortcut="j" onClick={() => step(1)}>
				下一处
			</Button>
			<Checkbox checked={isBrief} onChange={(event) => setBrief(event.target.checked)}>
				只看改动
			</Checkbox>
		</div>
	);
}

function changes(): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>('[data-change]')];
}

/** The next change, or the one before, around the end; at first the one that is in sight or below. */
function nextOf(all: readonly HTMLElement[], current: HTMLElement | null, by: 1 | -1): number {
	const here = current ? all.indexOf(current) : -1;
	if (here >= 0) return (here + by + all.length) % all.length;
	const inSight = all.findIndex((change) => change.getBoundingClientRect().bottom > 0);
	const first = inSight < 0 ? 0 : inSight;
	return by > 0 ? first : (first - 1 + all.length) % all.length;
}

/** What is struck and written in at a place, for those who do not see it. */
function wordsOf(change: HTMLElement): string {
	const next = change.nextElementSibling;
	const pair = change.matches('del') && next?.matches('ins') ? [change, next] : [change];
	return pair
		.map((element) => `${changeNames[element.tagName] ?? ''}${(element.textContent ?? '').trim().slice(0, 60)}`)
		.join('，');
}

const changeNames: Record<string, string> = { DEL: '删去', INS: '写入' };
