/**
 * The contract of the makeup engine, version 1: a brief goes in, a sheet comes out. Stated in words
 * in docs/contracts/sheet.md. Horizontal positions (`x`, `w`, `indent`) are whole half-ems (½ em) of
 * the body type, vertical ones (`y`, `h`) whole body lines, both from the top left corner of the
 * type area 版心. Names that end in `Em` are ems of the body type.
 */

export type GridName = '对开' | '四开';

/** The grid of basic columns 基本栏 and body lines that every page of a paper shares. */
export interface Grid {
	paper: string;
	/** Trimmed sheet, width and height. */
	pageMm: [number, number];
	/** Margins around the type area: top, right, bottom, left. */
	marginMm: [number, number, number, number];
	cols: number;
	colEm: number;
	gapEm: number;
	bodyPt: number;
	linePitchEm: number;
	lines: number;
}

export type Priority = 1 | 2 | 3 | 4;

export interface Brief {
	version: 1;
	grid: GridName | Grid;
	page: { no: number; name: string; date: string; paper: string };
	anchors: Anchor[];
	stories: BriefStory[];
	/** What the editor has decided; the engine decides the rest. */
	locks?: Lock[];
}

/** A decision of the editor about one story. */
export type Lock =
	/** It stands in that box, in whole columns; with a step in its foot, its first columns end at the line `step.left`, the others at `step.right`. */
	| ({ kind: 'frame'; story: string; step?: { cols: number; left: number; right: number } } & Rect)
	/** It spans so many basic columns. */
	| { kind: 'span'; story: string; cols: number }
	/** Its headline has that size in points. */
	| { kind: 'size'; story: string; pt: number }
	/** Its head stands so to its text. */
	| { kind: 'relation'; story: string; relation: Relation }
	/** It is left off the page. */
	| { kind: 'exclude'; story: string }
	/** It is the lead 头条, whatever its rank. */
	| { kind: 'lead'; story: string };

/** 盖文题, 左题, 竖题. */
export type Relation = 'top' | 'left' | 'vertical';

export interface Rect {
	x: number;
	y: number;
	w: number;
	h: number;
}

/** What stands where it stands: no story is placed over it. */
export interface Anchor extends Rect {
	kind: 'nameplate' | 'ear' | 'ad' | 'banner';
	/** What is printed there, in words. */
	label?: string;
}

export interface BriefStory {
	id: string;
	/** 1 头条 … 4 简讯 */
	priority: Priority;
	/** 主题横幅: set as a banner across the head of the story. */
	series?: string;
	/** 栏目: set as a badge above the headline. */
	column?: string;
	kicker?: string;
	/** A line feed is a forced break. */
	headline: string;
	deck?: string;
	byline?: string;
	boxed?: boolean;
	blocks: BriefBlock[];
	figures: BriefFigure[];
}

export interface BriefBlock {
	type: 'p' | 'subhead' | 'q' | 'a';
	text: string;
}

export interface BriefFigure {
	id: string;
	/** Size of the source picture, in any unit. */
	width: number;
	height: number;
	caption?: string;
	credit?: string;
	/** The point that a crop keeps in view, as fractions of width and height. */
	focus?: { x: number; y: number };
}

export interface Sheet {
	version: 1;
	grid: Grid;
	/** In reading order. */
	blocks: SheetBlock[];
	free: {
		/** Cells (one basic column wide, one line high) that nothing covers. */
		holes: number;
		/** Text that found no room; empty when every story is whole. */
		overset: { story: string; lines: number; chars: number }[];
	};
	taboos: Taboo[];
	/** The itemised cost; smaller is better. */
	score: Record<string, number>;
	/** What would make the page fit; empty when it does. */
	advice: Advice[];
	stats: { msFirst: number; msBest: number; nodes: number; seed: number };
}

/** A rule of make-up that the page breaks, T1 to T11; see `taboo.ts`. */
export interface Taboo {
	id: string;
	/** The stories, the column or the line. */
	at: string;
	weight: number;
}

/** A change after which the page was seen to fit. */
export interface Advice {
	kind: 'cut' | 'add' | 'figure' | 'drop' | 'filler';
	/** Empty for a filler; two stories to drop stand with a space between. */
	story: string;
	/** The sentence for the editor. */
	text: string;
	/** Of a filler: the place that it takes. */
	anchor?: Anchor;
}

export interface SheetBlock {
	story: string;
	order: number;
	priority: Priority;
	relation: Relation;
	/** Framed by a rule, one em outside its contents at each side and one line above and below. */
	box: boolean;
	head: SheetHead;
	/** Text columns in reading order. */
	frames: SheetFrame[];
	figures: SheetFigure[];
}

export interface SheetHead extends Rect {
	/** From top to bottom. */
	parts: HeadPart[];
}

export type HeadRole = 'series' | 'column' | 'kicker' | 'headline' | 'deck' | 'byline';

export interface HeadPart {
	role: HeadRole;
	/** Type size in points. */
	pt: number;
	rows: string[];
}

export interface SheetFrame {
	x: number;
	y: number;
	wEm: number;
	h: number;
	lines: SheetLine[];
}

/** A picture with its caption rows (`captionLines`) under it; `h` covers both. */
export interface SheetFigure {
	id: string;
	x: number;
	y: number;
	wEm: number;
	h: number;
	/** The part of the source picture that shows: left, top, width, height as fractions. */
	crop: [number, number, number, number];
}

/** How a line meets its measure; `last` is set ragged, at its natural width. */
export type LineFit = 'exact' | 'squeeze' | 'stretch' | 'last';

/** One line of text inside a frame. A line whose `from` equals its `to` is a line of white. */
export interface BrokenLine {
	/** UTF-16 offsets into the normalised text. */
	from: number;
	to: number;
	/** Offsets of the marks that are set half as wide as they are. */
	half: number[];
	indent: number;
	fit: LineFit;
	/** What is added at each gap between two clusters. */
	stretchEm: number;
}

export interface SheetLine extends BrokenLine {
	/** Index into the story's blocks. */
	block: number;
}
