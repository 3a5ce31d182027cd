import { MarkedProse } from './marked-text';
import type { Pen } from './pen';

interface MarkedValueProps {
	pen: Pen;
	was: string;
	now: string;
	by: number | undefined;
}

/** One value for another: the old one struck whole, the new one written in. */
export function MarkedValue({ pen, was, now, by }: MarkedValueProps) {
	if (was === now) return now;
	const whose = by === undefined ? {} : { by };
	const runs = [
		{ op: 'deleted' as const, text: was, ...whose },
		{ op: 'inserted' as const, text: now, ...whose },
	];
	return <MarkedProse pen={pen} runs={runs.filter(({ text }) => text !== '')} />;
}
