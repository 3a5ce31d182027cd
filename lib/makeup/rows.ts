/**
 * Rows of display type: how wide a head is set and where it breaks. Display type is not on the
 * half-em grid; widths are in ems of its own size.
 */

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Book titles, quotations, brackets, Latin words, numbers with their measure: never broken inside when a row can hold them. */
const enclosed =
	/《[^》]*》|“[^”]*”|（[^）]*）|[A-Za-z0-9.%]+(?:个?(?:百分点|小时|分钟|公里|平方米|[年月日天岁人家次元号届项条米吨亩户万亿千个]))?/gu;
/** Closing marks, and what leans on the word before it: 河埠头的|灯, 开发|区. */
const noRowStart = /^(?:[，。、；：？！）》”’·—…%％℃]|[的了着们吗呢区镇乡村县市省州局院所厂站队会]$)/u;
/** Opening marks, and what belongs to the word after it: 20|个月, 首|套, 新|能源. */
const noRowEnd = /[（《“‘\d第首每各约近超]$|^[新老不未再更最]$/u;
/** How much more uneven, in ems, rows may be for ending where a phrase ends. */
const phraseBonus = 8;
const phraseEnd = /[，：；、——]$|\s$/u;

/** Width of display type in ems: Han and full-width marks 1, capitals 0.8, other Latin and digits 0.62, a space 0.5: those of a heavy 宋. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		if (character === ' ') width += 0.5;
		else if (/[A-Z]/.test(character)) width += 0.8;
		else if (/[!-~À-ÿ]/.test(character)) width += 0.62;
		else width += 1;
	}
	return width;
}

/**
 * Sets `text` in at most `maxRows` rows no wider than `capacity` ems; undefined when it does not fit.
 * A line feed always ends a row. Otherwise rows end between words, never inside 《》 “” or （） that
 * fit a row, and are as even as words allow, the upper one rather shorter 上短下长; no row of one or
 * two characters. Words of `whole` (people's names) are not broken either. A space at a row's end is dropped.
 */
export function setRows(text: string, capacity: number, maxRows: number, whole: string[] = []): string[] | undefined {
	const forced = text
		.split('\n')
		.map((part) => part.trim())
		.filter(Boolean);
	if (forced.length === 0) return undefined;
	const rows: string[] = [];
	for (const [i, part] of forced.entries()) {
		// Later forced rows each need a row of their own.
		const set = setEvenly(part, capacity, maxRows - rows.length - (forced.length - 1 - i), whole);
		if (!set) return undefined;
		rows.push(...set);
	}
	return rows;
}

/** Rows of as many characters as fit, wherever they end: for a width that the words do not fit. At least one a row. */
export function choppedRows(text: string, capacity: number): string[] {
	const rows: string[] = [];
	for (const character of text) {
		const row = rows.at(-1);
		if (row !== undefined && displayWidth(row + character) <= capacity) rows[rows.length - 1] = row + character;
		else rows.push(character);
	}
	return rows.map((row) => row.trim()).filter(Boolean);
}

function setEvenly(text: string, capacity: number, maxRows: number, whole: string[]): string[] | undefined {
	if (maxRows < 1) return undefined;
	if (displayWidth(text) <= capacity) return [text];
	const pieces = toPieces(text, capacity, whole);
	for (let rows = 2; rows <= maxRows; rows++) {
		const set = cheapest(pieces, rows, { capacity, even: displayWidth(text) / rows });
		if (set) return set.rows;
	}
	return undefined;
}

/** Words, with what is enclosed kept whole and marks kept where they may stand. */
function toPieces(text: string, capacity: number, whole: string[]): string[] {
	const pieces: string[] = [];
	let at = 0;
	const cut = (plain: string) => pieces.push(...[...words.segment(plain)].map((word) => word.segment));
	const kept = whole.length > 0 ? new RegExp(`${enclosed.source}|${whole.join('|')}`, 'gu') : enclosed;
	for (const match of text.matchAll(kept)) {
		cut(text.slice(at, match.index));
		if (displayWidth(match[0]) <= capacity) pieces.push(match[0]);
		else cut(match[0]);
		at = match.index + match[0].length;
	}
	cut(text.slice(at));
	return pieces.reduce<string[]>((joined, piece) => {
		const before = joined.at(-1);
		if (before !== undefined && (noRowStart.test(piece) || noRowEnd.test(before) || piece === ' ')) {
			joined[joined.length - 1] = before + piece;
		} else joined.push(piece);
		return joined;
	}, []);
}

interface RowSet {
	rows: string[];
	cost: number;
}

interface RowWidths {
	capacity: number;
	/** The width of each row if all were alike. */
	even: number;
}

/** The cheapest way to set pieces in exactly so many rows, found from the last row up for every piece that a row may begin with. */
function cheapest(pieces: string[], rows: number, widths: RowWidths): RowSet | undefined {
	let below: (RowSet | undefined)[] = [...pieces.map(() => undefined), { rows: [], cost: 0 }];
	for (let row = 1; row <= rows; row++) {
		const rest = below;
		below = pieces.map((_, start) => withRow(pieces, start, rest, widths));
	}
	return below[0];
}

/** The cheapest row that begins with a piece, over what is set below it. */
function withRow(
	pieces: string[],
	start: number,
	below: (RowSet | undefined)[],
	{ capacity, even }: RowWidths,
): RowSet | undefined {
	let best: RowSet | undefined;
	let row = '';
	for (let end = start + 1; end <= pieces.length; end++) {
		row += pieces[end - 1]!;
		const width = displayWidth(row.trim());
		if (width > capacity) break;
		const rest = below[end];
		if (!rest) continue;
		const cost = rest.cost + rowCost(row, width, even, rest.rows.length === 0);
		if (!best || cost < best.cost) best = { rows: [row.trim(), ...rest.rows], cost };
	}
	return best;
}

function rowCost(row: string, width: number, even: number, last: boolean): number {
	const uneven = Math.abs(width - even);
	const topHeavy = !last && width > even ? uneven : 0;
	return uneven + topHeavy + (width < 3 ? 20 : 0) - (!last && phraseEnd.test(row) ? phraseBonus : 0);
}
