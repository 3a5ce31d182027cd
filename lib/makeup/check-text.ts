import metrics from './font-metrics.json' with { type: 'json' };
import type { BriefBlock, SheetLine } from './sheet';

/**
 * Text as the checker of sheets reads it: its own normalisation after the words of docs/contracts/sheet.md, its own pieces
 * that no line may split, their widths from the table of the font. It shares no code with the engine that it judges.
 */

/** A run of characters that stays on one line. */
export interface Piece {
	/** UTF-16 offsets into the text. */
	at: number;
	end: number;
	/** Half-ems on the grid of the body type. */
	units: number;
	kind: 'full' | 'opening' | 'closing' | 'pair' | 'latin' | 'space';
}

type Row = [characters: string, advance: number, hwid: number, halt: number];

const tableOf = (rows: unknown) => new Map((rows as Row[]).flatMap((row) => [...row[0]].map((c) => [c, row] as const)));
const body = tableOf(metrics.body.rows);
const head = tableOf(metrics.head.rows);

const han = /\p{Script=Han}/u;
/** Combining marks and format characters: without a width of their own. */
const weightless = /[\p{M}\p{Cf}]/u;
const letter = /[!-~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/u;
/** Follow a number without a break. */
const unit = /[‰℃°]/u;
const openings = '（《〈「『【〖〔“‘［｛';
const closings = '，。、；：？！）》〉」』】〗〕”’］｝';
/** Not at a line's start besides closing marks: connectors, 间隔号, 分隔号, units. */
const neverFirst = '–—～－·/／％‰℃°′″';
/** Half-width marks that lean on what stands before them. */
const leaning = /^[%),;:?!\]}]/;
/** Not at a line's end besides opening marks: 分隔号 (CLREQ, level GB). */
const neverLast = '/／';

/** The text that the offsets of a sheet count in: "Normalised text" of the contract. */
export function normalText(source: string): string {
	const runs = source
		.replace(/\s+/gu, ' ')
		.replace(/…+/gu, (run) => (run.length < 4 ? '……' : '…………'))
		.replace(/\.{3,}/gu, '……')
		.replace(/--+/gu, '——');
	const wide = widen(widen([...runs], bracketsToWiden), marksToWiden).join('');
	return wide.replace(/ ?([、，；：。？！（）《》〈〉「」『』【】〔〕]) ?/gu, '$1').trim();
}

/** Replaces the ASCII characters at the places that a rule names by their full-width forms. */
function widen(characters: string[], rule: (characters: string[]) => Set<number>): string[] {
	const places = rule(characters);
	return characters.map((c, i) => (places.has(i) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c));
}

/** `( )` in pairs around or beside Han; a bracket without a partner beside Han. */
function bracketsToWiden(characters: string[]): Set<number> {
	const places = new Set<number>();
	const open: number[] = [];
	const widenIf = (isWide: boolean, ...at: number[]) => {
		for (const place of isWide ? at : []) places.add(place);
	};
	characters.forEach((c, i) => {
		if (c === '(') open.push(i);
		if (c !== ')') return;
		const start = open.pop();
		if (start === undefined) widenIf(isBesideHan(characters, i), i);
		else
			widenIf(characters.slice(start, i).some(isHan) || [start, i].some((at) => isBesideHan(characters, at)), start, i);
	});
	for (const at of open) widenIf(isBesideHan(characters, at), at);
	return places;
}

function marksToWiden(characters: string[]): Set<number> {
	const places = characters.map((c, i) => (',;:?!'.includes(c) && isBesideHan(characters, i) ? i : -1));
	return new Set(places.filter((place) => place >= 0));
}

const isHan = (character: string | undefined) => character !== undefined && han.test(character);
const skipped = /[ ,;:?!()"'，。、；：？！（）《》〈〉「」『』【】〔〕“”‘’…—]/u;

/** Whether the nearest character at either side, marks skipped, is Han. */
function isBesideHan(characters: string[], at: number): boolean {
	const left = characters.slice(0, at).findLast((c) => !skipped.test(c));
	const right = characters.slice(at + 1).find((c) => !skipped.test(c));
	return isHan(left) || isHan(right);
}

/**
 * What normalisation may not change: everything but white space, the width of a mark and the length of a run of dots,
 * ellipses or hyphens. Two texts of one essence hold the same words in the same order.
 */
export function essenceOf(text: string): string {
	return text
		.replace(/\s+/gu, '')
		.replace(/[，；：？！（）]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
		.replace(/(?:…|\.{3,})+/gu, '…')
		.replace(/-{2,}|——/gu, '—')
		.replace(/—+/gu, '—');
}

/** Half-ems of a character in body type, with the boxes that the contract fixes; undefined: not in the table of the font. */
function unitsOf(character: string): number | undefined {
	if (weightless.test(character)) return 0;
	if (han.test(character)) return 2;
	const row = body.get(character);
	if (!row) return undefined;
	// `·` stands in a box of half an em, letters that have no `hwid` too; any other odd width in a box of one em.
	if (character === '·' || letter.test(character) || (character === ' ' && row[2] === 500)) return 1;
	return 2;
}

/** Ems of a character in a head, as the heavy face has it; what the face lacks counts as one em. */
export function headEms(text: string): number {
	return [...text].reduce((sum, c) => sum + (weightless.test(c) ? 0 : (head.get(c)?.[1] ?? 1000) / 1000), 0);
}

/** The pieces of a normalised text and the characters that the font does not have. */
export function piecesOf(text: string): { pieces: Piece[]; unknown: string[] } {
	const pieces: Piece[] = [];
	const unknown: string[] = [];
	let at = 0;
	for (const character of text) {
		const units = unitsOf(character);
		if (units === undefined) unknown.push(character);
		const kind = kindOf(character);
		const last = pieces.at(-1);
		const joins = last !== undefined && staysTogether(text, last, character, kind);
		const end = at + character.length;
		if (joins) {
			last.end = end;
			last.units += units ?? 2;
			if ('—…'.includes(character)) last.kind = 'pair';
		} else pieces.push({ at, end, units: units ?? 2, kind });
		at = end;
	}
	return { pieces, unknown };
}

function kindOf(character: string): Piece['kind'] {
	if (character === ' ') return 'space';
	if (letter.test(character)) return 'latin';
	if (openings.includes(character)) return 'opening';
	return closings.includes(character) ? 'closing' : 'full';
}

function staysTogether(text: string, last: Piece, character: string, kind: Piece['kind']): boolean {
	if (weightless.test(character)) return true;
	if (last.kind === 'latin') return kind === 'latin' || unit.test(character);
	return '—…'.includes(character) && text.slice(last.at, last.end) === character;
}

/** What is wrong with a line: the rule and the words for it. */
export type LineFault = [rule: string, text: string];

export interface LineSetting {
	type: BriefBlock['type'];
	/** Normalised. */
	text: string;
	pieces: Piece[];
	/** Width of the column in ½ em. */
	measure: number;
	line: SheetLine;
}

const subheadShare = 10.5 / 9;
/** Half-ems by which a sum may miss because `stretchEm` was rounded. */
const tolerance = 0.02;
/** Ems that a gap may gain. */
export const mostStretchEm = 0.12;

/** The faults of one line that holds text. */
export function checkLine(setting: LineSetting): LineFault[] {
	const { line, pieces } = setting;
	const own = pieces.filter((piece) => piece.at >= line.from && piece.at < line.to);
	while (own.at(-1)?.kind === 'space') own.pop();
	return [...widthFaults(setting, own), ...halfFaults(setting, own), ...edgeFaults(setting), ...indentFaults(setting)];
}

function widthFaults({ type, text, line, measure, pieces }: LineSetting, own: Piece[]): LineFault[] {
	const room = measure - line.indent;
	const natural = own.reduce((sum, piece) => sum + piece.units, 0) - line.half.length;
	const isInterior = type !== 'subhead' && line.to < text.length;
	const set = natural * (type === 'subhead' ? subheadShare : 1);
	const isSplitRun = pieces.some((p) => p.kind === 'latin' && p.units > room && p.at < line.to && p.end > line.from);
	// A run that no line holds is split where the line ends: its characters are no pieces of their own.
	if (isSplitRun) return [];
	if (set > room + tolerance) return [['width', `宽 ${set} 半字，栏内只有 ${room}`]];
	if (line.fit === 'last') {
		return isInterior && own.length > 1 ? [['width', '段中的行没有排齐']] : [];
	}
	const sum = natural + 2 * line.stretchEm * Math.max(0, own.length - 1);
	const faults: LineFault[] = [];
	if (Math.abs(sum - room) > tolerance) faults.push(['width', `各字相加 ${round(sum)} 半字，栏内 ${room}`]);
	if (line.stretchEm > 0 !== (line.fit === 'stretch')) faults.push(['width', '伸排的标记和字距不符']);
	return faults;
}

/** Only marks lose a half, only once, and of two marks side by side the one that the rule names always does. */
function halfFaults({ text, line }: LineSetting, own: Piece[]): LineFault[] {
	const faults: LineFault[] = [];
	const byStart = new Map(own.map((piece) => [piece.at, piece]));
	const halved = new Set(line.half);
	if (halved.size !== line.half.length) faults.push(['half', '同一标点挤了两次']);
	for (const at of halved) {
		const piece = byStart.get(at);
		const isMark = piece?.kind === 'opening' || piece?.kind === 'closing';
		const canHalve = isMark && body.get(text[at]!)?.[3] === 500;
		if (!canHalve) faults.push(['half', `“${text[at] ?? ''}”不能排成半字`]);
	}
	own.forEach((piece, i) => {
		const next = own[i + 1];
		if (!next) return;
		const closes = piece.kind === 'closing' && (next.kind === 'closing' || next.kind === 'opening');
		const opens = piece.kind === 'opening' && next.kind === 'opening';
		if ((closes && !halved.has(piece.at)) || (opens && !halved.has(next.at))) {
			faults.push(['half', `相连的标点“${text.slice(piece.at, next.end)}”没有挤排`]);
		}
	});
	return faults;
}

/** The break at a line's end: nothing split, nothing at the edges that may not stand there. */
function edgeFaults({ text, line, pieces, measure }: LineSetting): LineFault[] {
	if (line.to >= text.length) return [];
	const cut = pieces.find((piece) => piece.at < line.to && piece.end > line.to);
	if (cut) {
		const isTooLong = cut.kind === 'latin' && cut.units > measure - line.indent;
		return isTooLong ? [] : [['split', `“${text.slice(cut.at, cut.end)}”被拆开`]];
	}
	const next = pieces.findIndex((piece) => piece.at === line.to);
	return next > 0 ? breakFaults(text, pieces, next) : [];
}

/** What forbids a line to end before the piece `next`. */
function breakFaults(text: string, pieces: Piece[], next: number): LineFault[] {
	const after = pieces[next]!;
	const isAfterSpace = pieces[next - 1]!.kind === 'space';
	const before = pieces[next - (isAfterSpace ? 2 : 1)];
	if (!before) return [];
	const faults: LineFault[] = [];
	const start = text.slice(after.at, after.end);
	const end = text.slice(before.at, before.end);
	const leans = after.kind === 'latin' && !isAfterSpace && leaning.test(start);
	if (after.kind === 'closing' || after.kind === 'space' || neverFirst.includes(start) || leans) {
		faults.push(['edge', `“${start}”不能在行首`]);
	}
	if (before.kind === 'opening' || neverLast.includes(end)) faults.push(['edge', `“${end}”不能在行尾`]);
	if (after.kind === 'pair' && before.kind === 'pair' && start === end)
		faults.push(['split', `“${end}${start}”被拆开`]);
	return faults;
}

/**
 * Whether a text can be set in lines none of which is stretched beyond 0.12 em a gap: marks may lose a half (。？！ only at a
 * line's end), nothing forbidden may stand at an edge. Where it cannot, a line may be wider set.
 */
export function canSetClose(text: string, pieces: Piece[], measure: number, indent: number): boolean {
	const reached = [true];
	for (let i = 0; i < pieces.length; i++) {
		if (!reached[i]) continue;
		for (let j = i + 1; j <= pieces.length; j++) {
			const fit = fitOf(text, pieces.slice(i, j), pieces[j], measure - (i === 0 ? indent : 0));
			if (fit === 'full') break;
			const isLast = j === pieces.length;
			if (isLast || (fit === 'close' && breakFaults(text, pieces, j).length === 0)) reached[j] = true;
		}
	}
	return reached[pieces.length] === true;
}

/**
 * How pieces meet a measure: too little for it, within what may be squeezed and stretched, or too much. A mark at the line's
 * end that another follows is half as wide even there: GB/T 15834 asks it of every mark at a line's end.
 */
function fitOf(text: string, line: Piece[], next: Piece | undefined, room: number): 'loose' | 'close' | 'full' {
	const own = line.at(-1)!.kind === 'space' ? line.slice(0, -1) : line;
	const isMark = (piece: Piece | undefined) => piece?.kind === 'opening' || piece?.kind === 'closing';
	let [natural, least] = [0, 0];
	own.forEach((piece, i) => {
		const [before, after] = [own[i - 1], own[i + 1] ?? next];
		const isTight =
			(piece.kind === 'closing' && isMark(after)) || (piece.kind === 'opening' && before?.kind === 'opening');
		const isFirm = '。？！'.includes(text.slice(piece.at, piece.end)) && i + 1 < own.length;
		natural += piece.units - (isTight ? 1 : 0);
		least += piece.units - (isTight || (isMark(piece) && !isFirm) ? 1 : 0);
	});
	if (least > room) return 'full';
	return natural + 2 * mostStretchEm * (own.length - 1) >= room - 1e-9 ? 'close' : 'loose';
}

/** A paragraph's first line stands in by two ems (one in narrow setting), no other line does. */
function indentFaults({ type, line }: LineSetting): LineFault[] {
	const isFirst = type !== 'subhead' && line.from === 0;
	const isRight = isFirst ? line.indent === 4 || line.indent === 2 : line.indent === 0;
	return isRight ? [] : [['indent', isFirst ? `段首缩进 ${line.indent} 半字` : '不在段首的行缩进了']];
}

/**
 * Fewest rows that a caption and its credit take at a measure in ½ em of their own type: every mark that may be squeezed
 * is, and the credit stands in the last row if it can.
 */
export function fewestRows(caption: string, credit: string, measure: number): number {
	const { pieces } = piecesOf(caption);
	let rows = 0;
	let used = measure;
	for (const { units, kind } of pieces) {
		const least = units - (kind === 'opening' || kind === 'closing' ? 1 : 0);
		if (used + least > measure && kind !== 'space') {
			rows++;
			used = 0;
		}
		used += least;
	}
	const creditUnits = piecesOf(credit).pieces.reduce((sum, piece) => sum + piece.units, 0);
	return rows + (creditUnits > 0 && used + creditUnits > measure ? 1 : 0);
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}
