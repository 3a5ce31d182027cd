'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { clockTime } from '@/lib/time';
import type { ChainPlace } from '@/lib/trace/chain';
import { AnchorDialog } from './anchor-dialog';
import styles from './chain-line.module.css';
import { count, faultSentence } from './chain-words';
import { type ChainCheck, useChainCheck } from './use-chain-check';

/** More broken places than anybody reads; the first ones tell where to look. */
const shownFaults = 30;

/** How long the record's chain is and where it ends; recomputes it on request. */
export function ChainLine({ end }: { end: ChainPlace }) {
	const { check, run } = useChainCheck(end.seq);
	const [isNoting, setNoting] = useState(false);
	return (
		<section className={styles.chain} aria-label="链">
			<p className={styles.end}>
				{check.kind === 'done' && check.faults.length === 0 ? <strong>链完整，</strong> : null}共 {count(end.seq)}{' '}
				条，最后指纹{' '}
				<code className={styles.hash} title={end.hash}>
					{end.hash.slice(0, 16)}
				</code>
				{check.kind === 'done' && `，${clockTime(check.at)} 校验到第 ${count(check.seq)} 条`}
			</p>
			<Button pending={check.kind === 'running' && '正在校验…'} onClick={run}>
				校验
			</Button>
			<Button variant="quiet" onClick={() => setNoting(true)}>
				核对抄下的指纹
			</Button>
			<Outcome check={check} />
			<AnchorDialog open={isNoting} onOpenChange={setNoting} />
		</section>
	);
}

function Outcome({ check }: { check: ChainCheck }) {
	if (check.kind === 'failed') return <Notice tone="error">{check.message}</Notice>;
	if (check.kind === 'running') {
		return (
			<p className={styles.progress}>
				<progress value={check.seq} max={Math.max(1, check.total)} aria-label="校验进度" /> {count(check.seq)} /{' '}
				{count(check.total)} 条
			</p>
		);
	}
	if (check.kind === 'none' || check.faults.length === 0) {
		return (
			<p role="status" className="visually-hidden">
				{check.kind === 'done' && `链完整，共 ${count(check.seq)} 条`}
			</p>
		);
	}
	return (
		<Notice tone="error">
			<p>记录被改动过，断在 {count(check.faults.length)} 处。请保留现场，联系管理员，并和备份、日志里的指纹核对。</p>
			<ul>
				{check.faults.slice(0, shownFaults).map((fault) => (
					<li key={`${fault.seq} ${fault.kind}`}>
						<Link href={`/desk/log?before=${fault.seq + 1}`} prefetch={false}>
							{faultSentence(fault)}
						</Link>
					</li>
				))}
			</ul>
			{check.faults.length > shownFaults && <p>其余 {count(check.faults.length - shownFaults)} 处没有列出。</p>}
		</Notice>
	);
}
