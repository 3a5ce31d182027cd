import { countWords } from '@/lib/text';
import type { NodeDifference } from './difference';
import type { Run } from './flow';
import type { Node } from './tree';

/** What one content of a comparison brought: 字 written in and struck. */
export interface Tally {
	inserted: number;
	deleted: number;
}

/** 字 written in and struck in a difference, by the content that brought them; head fields and captions count too. */
export function tally(difference: NodeDifference): Map<number, Tally> {
	const sums = new Map<number, Tally>();
	collect(difference, (by, op, text) => {
		const sum = sums.get(by) ?? { inserted: 0, deleted: 0 };
		sum[op] += countWords(text);
		sums.set(by, sum);
	});
	return sums;
}

type Collect = (by: number, op: 'inserted' | 'deleted', text: string) => void;

function collect(difference: NodeDifference, add: Collect): void {
	if (difference.kind === 'text') for (const run of difference.runs) addRun(run, add);
	if (difference.kind !== 'block') return;
	for (const { op, text, by = 0 } of Object.values(difference.prose).flat()) {
		if (op !== 'same') add(by, op, text);
	}
	for (const child of difference.children) collect(child, add);
}

function addRun(run: Run, add: Collect): void {
	const { op, by = 0 } = run;
	if ('break' in run || op === 'same' || op === 'marked') return;
	add(by, op, run.content.map(textOf).join(''));
}

function textOf({ text = '' }: Node): string {
	return text;
}
