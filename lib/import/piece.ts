import type { Run } from './runs';

/** What a text's looks said of it in the source. */
export interface Look {
	centred: boolean;
	/** Points; undefined where the source does not say. */
	size: number | undefined;
}

/** A stretch of text between two edges of blocks. */
export interface TextPiece extends Look {
	kind: 'text';
	role: 'plain' | 'heading' | 'quote' | 'caption' | 'question' | 'answer';
	/** Of a heading, 1 to 9; 0 is a document's title, 0.5 its subtitle. */
	level?: number;
	runs: Run[];
	/** The drawn sign of a list's item, where the source has lists as paragraphs. */
	marker?: Marker;
}

export interface Marker {
	text: string;
	/** Which list, and how deep in it. */
	list: string;
	level: number;
}

export interface ListPiece {
	kind: 'list';
	ordered: boolean;
	start: number;
	/** Each item's paragraphs. */
	items: Run[][][];
}

export interface CellPiece {
	header: boolean;
	colspan: number;
	rowspan: number;
	paragraphs: Run[][];
}

export interface TablePiece {
	kind: 'table';
	rows: CellPiece[][];
}

/** A picture that is not stored yet, or one of ours. */
export interface PicturePiece {
	kind: 'picture';
	/** Its address in the source: http, data, file, blob, cid; `media:` and an id for our own. */
	source: string;
	alt: string;
	caption: string;
	credit: string;
}

export interface DividerPiece {
	kind: 'divider';
}

export type Piece = TextPiece | ListPiece | TablePiece | PicturePiece | DividerPiece;

/** What a source held that a body has no place for, counted. */
export type Left = Partial<Record<'video' | 'audio' | 'comment' | 'deletion' | 'drawing' | 'wideTable', number>>;

/** Foreign content in the trade's pieces. */
export interface Cleaned {
	pieces: Piece[];
	left: Left;
}
