import type { NumberSign, SignGiver } from './numbering';
import { paragraphFacts, runFacts, type StyleFacts, type Styles } from './styles';
import { attributeOf, childOf, childrenOf, elements, textOf, valOf } from './xml';

/** How a paragraph looks, under the name that its style is given for the converter. */
export interface Look {
	name: string;
	level?: number;
	isCaption: boolean;
	centred: boolean;
	/** Half points. */
	size: number | undefined;
	sign?: NumberSign;
}

/** What a document holds that does not come along, or comes otherwise. */
export interface BodyNews {
	deletions: number;
	hidden: number;
	charts: number;
	formulas: number;
	contents: number;
	/** Ids of relationships of pictures that are only linked. */
	linked: string[];
}

/** The style of the run that holds a sign of numbering. */
export const signStyle = 'SbSign';

interface Work {
	document: Document;
	styles: Styles;
	signOf: SignGiver;
	defaultSize: number | undefined;
	looks: Map<string, Look>;
	news: BodyNews;
}

/**
 * Rewrites the body so that the converter sees what styles say: each paragraph gets a style of its own that stands for
 * its look, inherited weight stands at the runs, numbers that Word counts stand in the text. What has no counterpart is
 * taken out and counted.
 */
export function rewriteBody(
	document: Document,
	styles: Styles,
	signOf: SignGiver,
	defaultSize: number | undefined,
): { looks: Look[]; news: BodyNews } {
	const news: BodyNews = { deletions: 0, hidden: 0, charts: 0, formulas: 0, contents: 0, linked: [] };
	const work: Work = { document, styles, signOf, defaultSize, looks: new Map(), news };
	chooseAlternatives(document);
	news.deletions = elements(document, 'del').filter((one) => elements(one, 'delText').length > 0).length;
	news.charts = elements(document, 'chart').length + elements(document, 'relIds').length;
	for (const formula of elements(document, 'oMath')) writeFormula(work, formula);
	for (const blip of elements(document, 'blip')) {
		const link = attributeOf(blip, 'link');
		if (link && !attributeOf(blip, 'embed')) news.linked.push(link);
	}
	for (const paragraph of elements(document, 'p')) if (isWord(paragraph)) rewriteParagraph(work, paragraph);
	return { looks: [...work.looks.values()], news };
}

function isWord(element: Element): boolean {
	return /wordprocessingml/.test(element.namespaceURI ?? '');
}

/** Of two forms of a drawing the older one is what the converter reads; text that only the newer one has moves there. */
function chooseAlternatives(document: Document): void {
	for (const alternative of elements(document, 'AlternateContent')) {
		const [choice, fallback] = [childOf(alternative, 'Choice'), childOf(alternative, 'Fallback')];
		if (choice && !fallback) {
			const boxes = elements(choice, 'txbxContent').flatMap((box) => Array.from(box.childNodes));
			const made = document.createElementNS(
				alternative.namespaceURI,
				alternative.prefix ? `${alternative.prefix}:Fallback` : 'Fallback',
			);
			for (const node of boxes.length > 0 ? [boxOf(document, boxes)] : Array.from(choice.childNodes))
				made.appendChild(node);
			alternative.appendChild(made);
		}
		if (choice) alternative.removeChild(choice);
	}
}

function boxOf(document: Document, content: readonly Node[]): Element {
	const word = document.documentElement.namespaceURI;
	const pict = document.createElementNS(word, 'w:pict');
	const box = document.createElementNS('urn:schemas-microsoft-com:vml', 'v:textbox');
	const inner = document.createElementNS(word, 'w:txbxContent');
	for (const node of content) inner.appendChild(node);
	box.appendChild(inner);
	pict.appendChild(box);
	return pict;
}

/** A formula as the text of its signs. */
function writeFormula(work: Work, formula: Element): void {
	if (!formula.parentNode) return;
	work.news.formulas++;
	const text = elements(formula, 't').map(textOf).join('');
	const parent = formula.parentNode as Element;
	// A formula on a line of its own stands in a wrapper that the converter does not know.
	const target = parent.localName === 'oMathPara' ? parent : formula;
	target.parentNode?.replaceChild(runOf(work.document, text), target);
}

function runOf(document: Document, text: string, style?: string): Element {
	const word = document.documentElement.namespaceURI;
	const run = document.createElementNS(word, 'w:r');
	if (style) {
		const properties = document.createElementNS(word, 'w:rPr');
		properties.appendChild(withValue(document, 'rStyle', style));
		run.appendChild(properties);
	}
	const holder = document.createElementNS(word, 'w:t');
	holder.setAttribute('xml:space', 'preserve');
	holder.appendChild(document.createTextNode(text));
	run.appendChild(holder);
	return run;
}

function withValue(document: Document, name: string, value: string): Element {
	const word = document.documentElement.namespaceURI;
	const element = document.createElementNS(word, `w:${name}`);
	element.setAttributeNS(word, 'w:val', value);
	return element;
}

function rewriteParagraph(work: Work, paragraph: Element): void {
	const { document, styles, news } = work;
	const properties = childOf(paragraph, 'pPr');
	const facts: StyleFacts = { ...styles(valOf(properties, 'pStyle')), ...paragraphFacts(properties) };
	if (facts.isContents) {
		news.contents++;
		paragraph.parentNode?.removeChild(paragraph);
		return;
	}
	const size = rewriteRuns(work, paragraph, facts);
	const hasText = elements(paragraph, 't').some((one) => textOf(one).trim() !== '');
	const sign =
		hasText && facts.numId && facts.numId !== '0' ? work.signOf(facts.numId, Number(facts.ilvl ?? 0)) : undefined;
	const look = lookOf(work, facts, size, sign);
	const word = document.documentElement.namespaceURI;
	const fresh = document.createElementNS(word, 'w:pPr');
	fresh.appendChild(withValue(document, 'pStyle', look.name));
	// A paragraph whose end was deleted runs on in the next one.
	const mark = childOf(properties, 'rPr');
	if (mark && childOf(mark, 'del')) fresh.appendChild(mark);
	if (properties) paragraph.replaceChild(fresh, properties);
	else paragraph.insertBefore(fresh, paragraph.firstChild);
	if (sign?.text) paragraph.insertBefore(runOf(document, sign.text, signStyle), fresh.nextSibling);
}

/** Weight and hiding that styles give, written at each run; the size of the largest one is the paragraph's. */
function rewriteRuns(work: Work, paragraph: Element, facts: StyleFacts): number | undefined {
	const { document, styles, news } = work;
	let size: number | undefined;
	for (const run of elements(paragraph, 'r')) {
		if (!isWord(run) || !isOwn(run, paragraph)) continue;
		const properties = childOf(run, 'rPr');
		const own = { ...facts, ...styles(valOf(properties, 'rStyle')), ...runFacts(properties) };
		if (own.hidden) {
			if (elements(run, 't').length > 0) news.hidden++;
			run.parentNode?.removeChild(run);
			continue;
		}
		if (elements(run, 't').some((one) => textOf(one).trim() !== ''))
			size = Math.max(size ?? 0, own.size ?? work.defaultSize ?? 0) || undefined;
		// The style has said its say: the converter has rules of its own for some names.
		for (const style of childrenOf(properties, 'rStyle')) properties?.removeChild(style);
		if (own.bold) writeBold(document, run, properties);
	}
	return size;
}

/** Not one of a text box that stands in the paragraph. */
function isOwn(run: Element, paragraph: Element): boolean {
	for (let parent = run.parentNode as Element | null; parent; parent = parent.parentNode as Element | null) {
		if (parent.localName === 'p' && isWord(parent)) return parent === paragraph;
	}
	return false;
}

function writeBold(document: Document, run: Element, properties: Element | undefined): void {
	const word = document.documentElement.namespaceURI;
	const target = properties ?? run.insertBefore(document.createElementNS(word, 'w:rPr'), run.firstChild);
	for (const old of childrenOf(target, 'b')) target.removeChild(old);
	target.appendChild(document.createElementNS(word, 'w:b'));
}

/** One name for paragraphs that look alike. */
function lookOf(work: Work, facts: StyleFacts, size: number | undefined, sign: NumberSign | undefined): Look {
	const place = sign && { list: sign.list, level: sign.level };
	const key = JSON.stringify([facts.level, facts.isCaption, facts.centred, size, place]);
	const known = work.looks.get(key);
	if (known) return known;
	const look: Look = {
		name: `Sb${work.looks.size + 1}`,
		level: facts.level,
		isCaption: facts.isCaption ?? false,
		centred: facts.centred ?? false,
		size,
		sign,
	};
	work.looks.set(key, look);
	return look;
}
