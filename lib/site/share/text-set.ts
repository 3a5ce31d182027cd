import { breakText } from '@/lib/makeup/breaker';
import { type Cluster, clusterize } from '@/lib/makeup/cluster';
import { normalize } from '@/lib/makeup/normalize';
import type { BrokenLine } from '@/lib/makeup/sheet';
import type { Drawing } from './drawing';
import type { ShareStory } from './share-story';
import { drawable, setRun, type TypeFace } from './type';

/** A line of the opening as the paper sets it. */
export interface SetLine {
	/** The paragraph's text, in which the line counts. */
	text: string;
	line: BrokenLine;
	/** Up to here in the paragraph 黑: the 电头, a question. */
	heavyTo: number;
}

/** The indent of a paragraph in ½ em. */
const indent = 4;

/** The opening of a story in lines of `measure` ems, by the paper's own line breaker; as many as there may be room for. */
export function setOpening({ opening, dateline }: ShareStory, measure: number, most: number): SetLine[] {
	const lines: SetLine[] = [];
	for (const [index, { text, isQuestion }] of opening.entries()) {
		if (lines.length >= most) break;
		const lead = index === 0 && dateline ? normalize(drawable(dateline)) : '';
		const whole = normalize(`${lead}${lead && ' '}${drawable(text)}`);
		if (whole === '') continue;
		const heavyTo = isQuestion ? whole.length : lead.length;
		const broken = breakText(whole, measure * 2, { indent }).lines();
		lines.push(...broken.map((line) => ({ text: whole, line, heavyTo })));
	}
	return lines.slice(0, most);
}

/** How much of a line lies above its baseline, in ems. */
const baseline = 0.88;

/** Draws a line with its top left corner at a place; `size` pixels are an em. */
export function drawLine(
	drawing: Drawing,
	{ text, line, heavyTo }: SetLine,
	place: { x: number; y: number; size: number },
): void {
	const { x, y, size } = place;
	let at = line.indent / 2;
	for (const cluster of clusterize(text.slice(line.from, line.to))) {
		const offset = line.from + cluster.at;
		const isHalf = line.half.includes(offset);
		const width = isHalf && (cluster.kind === 'open' || cluster.kind === 'close') ? 1 : widthOfCluster(cluster);
		if (cluster.kind !== 'space') {
			const face: TypeFace = offset < heavyTo ? 'hei' : 'song';
			const set = isHalf ? 'halfMark' : cluster.kind === 'latin' ? 'halfLatin' : 'natural';
			const run = setRun(face, text.slice(offset, offset + cluster.length), set);
			// What a face sets narrower than its place, such as the middle dot, stands in the middle.
			const inset = Math.max(0, width / 2 - run.width) / 2;
			drawing.run(run, { x: x + (at + inset) * size, y: y + baseline * size, size }, 'text');
		}
		at += width / 2 + line.stretchEm;
	}
}

/** Of a cluster by itself: what its neighbours make narrower is in the line's `half`. */
function widthOfCluster({ kind, width }: Cluster): number {
	return kind === 'open' || kind === 'close' ? 2 : width;
}
