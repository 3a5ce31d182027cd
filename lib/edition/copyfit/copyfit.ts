import type { CopyFit } from '@/lib/makeup/copyfit';
import type { IsoDate } from '@/lib/time';

/** A page that a story stands on, and how the story as it is written now fits there. */
export interface PlacedFit {
	pageId: string;
	date: IsoDate;
	pageNo: number;
	pageName: string;
	/** `composing`: the page is being made up, ask again; `off`: the page has no room for the story at all. */
	fit: CopyFit | 'composing' | 'off';
}

/** 超 3 行, 欠 2 行, 正好: what an editor counts by. */
export function fitWords(fit: PlacedFit['fit']): string {
	if (fit === 'composing') return '正在试排…';
	if (fit === 'off') return '排不下';
	const over = fit.needed - fit.lines;
	if (over > 0) return `超 ${over} 行`;
	if (over < 0) return `欠 ${-over} 行`;
	return fit.page === 'remake' ? '题图装不下' : '正好';
}

/** What it means for the page, in a sentence. */
export function fitAdvice(fit: PlacedFit['fit']): string {
	if (fit === 'composing') return '版面正在试排，排好就有结果。';
	if (fit === 'off') return '试排时这一版放不下这篇稿件，请删减，或请版面编辑调版。';
	const { lines, needed, page } = fit;
	if (page === 'same') return `版位 ${lines} 行，文字正好排满。`;
	const count = needed === lines ? `版位 ${lines} 行` : `版位 ${lines} 行，现在要 ${needed} 行`;
	if (page === 'story') return `${count}。调整题、图和行距，原版位装得下。`;
	return `${count}。原版位${needed < lines ? '填不满' : '装不下'}，本版要重排。`;
}

/** How a text stands to the length that was asked for: 欠 188, 超 20, 正好; empty where none was. */
export function lengthWords(words: number, planned: number | null): string {
	if (planned === null) return '';
	if (words === planned) return '正好';
	return words < planned ? `欠 ${planned - words}` : `超 ${words - planned}`;
}
