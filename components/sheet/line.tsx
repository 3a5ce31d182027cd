import type { ReactNode } from 'react';
import { type Cluster, clusterize } from '@/lib/makeup/cluster';
import type { BrokenLine } from '@/lib/makeup/sheet';

/**
 * One line of a sheet. Everything that a font may set wider or narrower than the half-em grid
 * stands in a box of its exact width: half-width marks, quotation marks, dashes, the middle dot,
 * Latin runs, spaces; so the line comes out right in any font of the reader's.
 */
export function Line({ text, line }: { text: string; line: BrokenLine }) {
	const kinds = [line.indent > 0 && 'in', line.fit === 'last' && 'z'].filter(Boolean);
	return <span className={['ln', ...kinds].join(' ')}>{runsOf(text, line)}</span>;
}

function runsOf(text: string, line: BrokenLine): ReactNode[] {
	const runs: ReactNode[] = [];
	let plain = '';
	const flush = () => {
		if (plain !== '') runs.push(plain);
		plain = '';
	};
	// Cut the line itself: its marks' neighbours do not matter here, `half` has them all.
	for (const cluster of clusterize(text.slice(line.from, line.to))) {
		const part = text.slice(line.from + cluster.at, line.from + cluster.at + cluster.length);
		// A space at the end hangs, as white space does.
		const isHanging = cluster.kind === 'space' && line.from + cluster.at + cluster.length === line.to;
		const name = isHanging ? undefined : boxName(cluster, part, line.half.includes(line.from + cluster.at));
		if (name === undefined) {
			plain += part;
			continue;
		}
		flush();
		runs.push(
			<span key={cluster.at} className={name}>
				{part}
			</span>,
		);
	}
	flush();
	return runs;
}

/** The class of the box that a cluster needs; undefined: it is as wide as it should be. */
function boxName(cluster: Cluster, text: string, half: boolean): string | undefined {
	switch (cluster.kind) {
		case 'open':
			return half ? 'ho' : isQuote(text) ? 'wo' : undefined;
		case 'close':
			return half ? 'h' : isQuote(text) ? 'w' : undefined;
		case 'dash':
			return 'd';
		case 'dot':
			return 'o';
		case 'space':
			return 's';
		case 'latin':
			return `l n${cluster.width}`;
		case 'han':
			return text === '—' ? 'w' : undefined;
	}
}

function isQuote(text: string): boolean {
	return '“”‘’'.includes(text);
}
