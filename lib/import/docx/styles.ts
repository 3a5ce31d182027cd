import { attributeOf, childOf, elements, switchOf, valOf } from './xml';

/** What a style, with those it is based on, says of a paragraph or a run. */
export interface StyleFacts {
	/** 1 to 9 of a heading, 0 of a title, 0.5 of a subtitle. */
	level?: number;
	isCaption?: boolean;
	/** A line of a table of contents. */
	isContents?: boolean;
	centred?: boolean;
	bold?: boolean;
	hidden?: boolean;
	/** Half points. */
	size?: number;
	numId?: string;
	ilvl?: string;
}

export type Styles = (id: string | undefined) => StyleFacts;

/** The styles of a document; `root` is undefined where it has none. A style based on itself is read once. */
export function readStyles(root: Document | undefined): Styles {
	const byId = new Map<string, Element>();
	for (const style of root ? elements(root, 'style') : []) byId.set(attributeOf(style, 'styleId') ?? '', style);
	const known = new Map<string, StyleFacts>();
	const factsOf = (id: string | undefined, depth = 0): StyleFacts => {
		const style = id === undefined ? undefined : byId.get(id);
		if (id === undefined || !style || depth > 20) return {};
		const before = known.get(id);
		if (before) return before;
		const facts = { ...factsOf(valOf(style, 'basedOn'), depth + 1), ...ownFacts(style) };
		known.set(id, facts);
		return facts;
	};
	return (id) => factsOf(id);
}

function ownFacts(style: Element): StyleFacts {
	const name = valOf(style, 'name') ?? '';
	return {
		...roleOf(name),
		...paragraphFacts(childOf(style, 'pPr')),
		...runFacts(childOf(style, 'rPr')),
	};
}

function roleOf(name: string): StyleFacts {
	const [, level] = /^(?:heading|标题)\s*([1-9])$/i.exec(name) ?? [];
	if (level) return { level: Number(level) };
	if (/^(?:title|标题)$/i.test(name)) return { level: 0 };
	if (/^(?:subtitle|副标题)$/i.test(name)) return { level: 0.5 };
	if (/^(?:caption|题注)$/i.test(name)) return { isCaption: true };
	return /^(?:toc|目录)\s*\d$/i.test(name) ? { isContents: true } : {};
}

/** What paragraph properties say, in a style or directly. */
export function paragraphFacts(properties: Element | undefined): StyleFacts {
	const alignment = valOf(properties, 'jc');
	const outline = Number(valOf(properties, 'outlineLvl') ?? 9);
	const numbering = childOf(properties, 'numPr');
	const [numId, ilvl] = [valOf(numbering, 'numId'), valOf(numbering, 'ilvl')];
	return {
		...(alignment !== undefined && { centred: alignment === 'center' }),
		...(outline < 9 && { level: outline + 1 }),
		...(numId !== undefined && { numId }),
		...(ilvl !== undefined && { ilvl }),
	};
}

/** What run properties say, in a style or directly. */
export function runFacts(properties: Element | undefined): StyleFacts {
	const [bold, hidden] = [switchOf(properties, 'b'), switchOf(properties, 'vanish')];
	const size = Number(valOf(properties, 'sz'));
	return {
		...(bold !== undefined && { bold }),
		...(hidden !== undefined && { hidden }),
		...(size > 0 && { size }),
	};
}
