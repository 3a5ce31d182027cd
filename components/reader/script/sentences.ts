/** One sentence as it is spoken, and where it stands. */
export interface Sentence {
	text: string;
	range: Range;
}

/** Letters that are spoken at a time. The web's voices fall silent after a quarter of a minute, at the slowest rate too. */
export const longestSentence = ({ localService }: Pick<SpeechSynthesisVoice, 'localService'>) =>
	localService ? 120 : 40;

/**
 * The sentences of what stands in these elements, in order. Elements that go on from one another (a paragraph over two
 * columns) are given as one group and read as one. One that is longer than `longest` letters is read in parts.
 */
export function sentencesOf(groups: readonly (readonly Element[])[], longest: number): Sentence[] {
	return groups.flatMap((elements) => {
		const nodes = elements.flatMap(textNodesOf);
		const text = nodes.map(({ data }) => data).join('');
		return cut(text, longest).map(([from, to]) => ({
			text: text.slice(from, to).trim(),
			range: rangeOf(nodes, from, to),
		}));
	});
}

function textNodesOf(element: Element): Text[] {
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	const nodes: Text[] = [];
	while (walker.nextNode()) nodes.push(walker.currentNode as Text);
	return nodes;
}

/** Beginnings and ends of the sentences of a text; what is only white is none. */
export function cut(text: string, longest: number): [number, number][] {
	const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });
	return [...segmenter.segment(text)]
		.flatMap(({ index, segment }) =>
			pieces(segment, longest).map(([from, to]): [number, number] => [index + from, index + to]),
		)
		.filter(([from, to]) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
}

/** A long sentence at its commas. */
function pieces(sentence: string, longest: number): [number, number][] {
	const parts: [number, number][] = [];
	let from = 0;
	while (sentence.length - from > longest) {
		const at = Math.max(...['，', '；', '：', '、', ','].map((mark) => sentence.lastIndexOf(mark, from + longest - 1)));
		const to = at > from ? at + 1 : from + longest;
		parts.push([from, to]);
		from = to;
	}
	parts.push([from, sentence.length]);
	return parts;
}

function rangeOf(nodes: readonly Text[], from: number, to: number): Range {
	const range = document.createRange();
	let at = 0;
	for (const node of nodes) {
		const end = at + node.length;
		if (from >= at && from < end) range.setStart(node, from - at);
		if (to > at && to <= end) range.setEnd(node, to - at);
		at = end;
	}
	return range;
}
