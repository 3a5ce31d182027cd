/** A story as its pictures show it: what is passed to the thread that draws them. */
export interface ShareStory {
	paper: string;
	/** The paper's drawn name where it has one: path data, and the drawing's width over its height of 1000. */
	nameplate?: { path: string; width: number };
	/** 2026年11月22日　星期日 */
	day: string;
	/** 第01版　要闻 */
	place: string;
	column?: string;
	series?: string;
	kicker: string;
	headline: string;
	deck: string;
	byline: string;
	/** Names of persons, which no row of a head breaks. */
	names: string[];
	/** 电头, before the first paragraph. */
	dateline: string;
	opening: { text: string; isQuestion: boolean }[];
	picture?: SharePicture;
	/** The permanent address in full. */
	address: string;
}

export interface SharePicture {
	/** Its rendition on the disk. */
	file: string;
	width: number;
	height: number;
	/** 程野 摄 */
	credit: string;
	/** Whether nothing of it may be cut off: a chart, a drawing. */
	isWhole: boolean;
}

/** The pictures that are made of a story. */
export type ShareKind = 'image' | 'poster';

/** Pixels of the picture of a link, as Open Graph's readers ask for it, and the width of a poster. */
export const imageSize = { width: 1200, height: 630 };
export const posterWidth = 1080;
