'use client';
import { useEffect, useRef, useState } from 'react';
import type { ChainFault } from '@/lib/trace/chain';
import type { ChainCursor } from '@/lib/trace/schema';
import { checkChainAction } from './actions';

export type ChainCheck =
	| { kind: 'none' }
	| { kind: 'running'; seq: number; total: number }
	| { kind: 'done'; faults: ChainFault[]; seq: number; at: Date }
	| { kind: 'failed'; message: string };

/** Recomputes the whole chain piece by piece; leaving the screen ends it. */
export function useChainCheck(total: number): { check: ChainCheck; run: () => void } {
	const [check, setCheck] = useState<ChainCheck>({ kind: 'none' });
	const isShown = useRef(true);
	useEffect(() => {
		isShown.current = true;
		return () => {
			isShown.current = false;
		};
	}, []);

	async function run() {
		setCheck({ kind: 'running', seq: 0, total });
		const faults: ChainFault[] = [];
		let after: ChainCursor | null = null;
		do {
			const result = await checkChainAction({ after });
			if (!isShown.current) return;
			if (!result.ok) return setCheck({ kind: 'failed', message: result.message });
			const { next, seq, total } = result.value;
			faults.push(...result.value.faults);
			after = next;
			setCheck(next ? { kind: 'running', seq, total } : { kind: 'done', faults, seq, at: new Date() });
		} while (after);
	}

	return {
		check,
		run: () =>
			void run().catch(() => setCheck({ kind: 'failed', message: '服务器没有回答，校验没有做完。请稍后再试。' })),
	};
}
