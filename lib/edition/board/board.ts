import type { Sheet } from '@/lib/makeup/sheet';
import type { PageStage } from '../page-stage';

/** How a page's copy fits: not known yet, nothing there, or what is too much and what room is left. */
export type PageFit =
	| 'composing'
	| 'empty'
	| {
			/** 溢文 */
			oversetLines: number;
			oversetChars: number;
			/** 余空, in lines of a basic column. */
			holes: number;
	  };

/** A page on the wall. */
export interface BoardPage {
	id: string;
	no: number;
	name: string;
	section: string;
	stage: PageStage;
	stageSince: Date;
	holder: string | null;
	deadline: Date | null;
	openMarks: number;
	stories: number;
	/** Stories that are not signed as they stand. */
	unsigned: number;
	/** Slots without a story. */
	freeSlots: number;
	fit: PageFit;
}

export function pageFit({ free }: Sheet): PageFit {
	return {
		oversetLines: free.overset.reduce((total, { lines }) => total + lines, 0),
		oversetChars: free.overset.reduce((total, { chars }) => total + chars, 0),
		holes: free.holes,
	};
}

/** A few words for the wall, and whether somebody has to do something. */
export interface BoardWord {
	words: string;
	/** What stands under them, smaller. */
	more: string;
	isAlarm: boolean;
}

/** 溢 12 行, 空 8 行, 排满, 排版中, 没有稿件. */
export function fitWord(fit: PageFit): BoardWord {
	if (fit === 'composing') return { words: '排版中', more: '', isAlarm: false };
	if (fit === 'empty') return { words: '没有稿件', more: '', isAlarm: true };
	const { oversetLines, oversetChars, holes } = fit;
	if (oversetLines > 0) return { words: `溢 ${oversetLines} 行`, more: `约 ${oversetChars} 字放不下`, isAlarm: true };
	if (holes > 0) return { words: `空 ${holes} 行`, more: '按一个基本栏计', isAlarm: false };
	return { words: '排满', more: '', isAlarm: false };
}

/** 3 处, 没有. */
export function markWord(open: number): BoardWord {
	return { words: open > 0 ? `${open} 处` : '没有', more: '', isAlarm: open > 0 };
}

/** 5 篇, 2 篇没签完, 缺 1 个稿位. */
export function storyWord({
	stories,
	unsigned,
	freeSlots,
}: Pick<BoardPage, 'stories' | 'unsigned' | 'freeSlots'>): BoardWord {
	const free = freeSlots > 0 ? `空着 ${freeSlots} 个稿位` : '';
	if (unsigned > 0)
		return {
			words: `${unsigned} 篇没签完`,
			more: [`共 ${stories} 篇`, free].filter(Boolean).join('，'),
			isAlarm: true,
		};
	return { words: stories > 0 ? `${stories} 篇签完` : '0 篇', more: free, isAlarm: false };
}
