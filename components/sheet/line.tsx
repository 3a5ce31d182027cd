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
				{cluster.kind === 'latin' ? <Latin text={part} ems={cluster.width / 2} /> : part}
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

/** Digits and letters condensed to half an em each where a text face would set them wider. */
function Latin({ text, ems }: { text: string; ems: number }) {
	const natural = [...text].reduce((sum, character) => sum + latinEm(character), 0);
	const percent = Math.floor((ems / natural) * 20) * 5;
	return percent >= 95 ? text : <span className={`t${Math.max(60, percent)}`}>{text}</span>;
}

/** Advance of a Latin character in a common serif text face, in ems. */
function latinEm(character: string): number {
	if (/[iljtfIr.,:;'!|()[\]/-]/.test(character)) return 0.34;
	if (/[mwMW@%]/.test(character)) return 0.86;
	if (/[A-Z&]/.test(character)) return 0.68;
	if (/[a-zÀ-ɏ]/.test(character)) return 0.57;
	return /[ -~]/.test(character) ? 0.52 : 1;
}
