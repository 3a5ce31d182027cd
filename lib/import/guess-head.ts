import type { BylineInput } from '@/lib/article/schema';
import { parseBylineLine, parseDateline } from './byline-line';
import type { Piece, TextPiece } from './piece';
import { sliceRuns, textOf } from './runs';
import { commonSize, isLargerThan } from './subhead';

/** The head of a story, as far as a document shows it. */
export interface GuessedHead {
	kicker: string;
	headline: string;
	deck: string;
	dateline: string;
	bylines: BylineInput[];
}

/** As lib/article/schema.ts has them, in characters and rows. */
const limits = { kicker: [80, 2], headline: [80, 3], deck: [120, 3], dateline: 120 } as const;
/** How many lines at the top may be of the head. */
const topLines = 8;
const longestLine = 60;
/** A longer first line without any sign of its own is a sentence. */
const longestPlainHead = 30;

/**
 * Takes the head out of a document's pieces: headline, 引题 before it, 副题 behind it, bylines, 电头. Only what is plain is
 * taken; every other piece stays where it is. No character is lost: what is not in the head is in `rest`.
 */
export function guessHead(pieces: readonly Piece[]): { head: GuessedHead; rest: Piece[] } {
	const lines = topOf(pieces);
	const size = commonSize(pieces);
	const at = headlineAt(lines, size, pieces[lines.length]);
	const taken = new Set<Piece>();
	const head: GuessedHead = { kicker: '', headline: '', deck: '', dateline: '', bylines: [] };
	if (at !== undefined) {
		head.headline = takeRows(headlineLines(lines, at), limits.headline, taken);
		if (head.headline) {
			head.kicker = takeRows(kickerLines(lines, at), limits.kicker, taken);
			head.deck = takeRows(deckLines(lines, at, taken, size), limits.deck, taken);
		}
	}
	head.bylines = takeBylines(pieces, lines, taken);
	return takeDateline(
		head,
		pieces.filter((piece) => !taken.has(piece)),
	);
}

/** The lines before the first paragraph: texts, short, no sentences. */
function topOf(pieces: readonly Piece[]): TextPiece[] {
	const end = pieces.findIndex((piece) => piece.kind !== 'text' || !isLine(piece));
	return pieces.slice(0, Math.min(end < 0 ? pieces.length : end, topLines)) as TextPiece[];
}

function isLine({ role, runs }: TextPiece): boolean {
	const text = textOf(runs);
	return (role === 'plain' || role === 'heading') && [...text].length <= longestLine && !/[。；;，,]$/.test(text);
}

/** Which line is the headline: by its style, by its looks, or the first of a text that then begins. */
function headlineAt(
	lines: readonly TextPiece[],
	size: number | undefined,
	next: Piece | undefined,
): number | undefined {
	const isNamed = (line: TextPiece) => isByline(line) || parseDateline(textOf(line.runs)) !== undefined;
	const signs: ((line: TextPiece) => boolean)[] = [
		(line) => line.level === 0,
		(line) => line.level === 1,
		(line) => line.role === 'heading' && line.level !== 0.5,
		(line) => line.centred && isLargerThan(line, size),
		(line) => isLargerThan(line, size) && !isNamed(line),
		(line) => line.centred && !isNamed(line),
	];
	for (const sign of signs) {
		const found = lines.findIndex(sign);
		if (found >= 0) return found;
	}
	const [first] = lines;
	const begins = next?.kind === 'text' && !isLine(next);
	return first && begins && !isNamed(first) && [...textOf(first.runs)].length <= longestPlainHead ? 0 : undefined;
}

/** The headline's rows: lines of the same make right below it, short enough to be rows of one head. */
function headlineLines(lines: readonly TextPiece[], at: number): TextPiece[] {
	const first = lines[at]!;
	const rows = [first];
	for (const line of lines.slice(at + 1)) {
		const isAlike =
			line.role === first.role &&
			line.level === first.level &&
			line.size === first.size &&
			line.centred &&
			first.centred;
		if (
			!isAlike ||
			isByline(line) ||
			startsDeck(line) ||
			[first, line].some((row) => [...textOf(row.runs)].length > 20)
		)
			break;
		rows.push(line);
	}
	return rows;
}

/** Everything before the headline, when all of it can be 引题. */
function kickerLines(lines: readonly TextPiece[], at: number): TextPiece[] {
	const before = lines.slice(0, at);
	return before.every((line) => !isByline(line) && [...textOf(line.runs)].length <= 40) ? before : [];
}

/** 副题: a subtitle's style, a dash, or centred lines smaller than the headline; up to the byline. */
function deckLines(
	lines: readonly TextPiece[],
	at: number,
	taken: ReadonlySet<Piece>,
	size: number | undefined,
): TextPiece[] {
	const deck: TextPiece[] = [];
	for (const line of lines.slice(at + 1).filter((line) => !taken.has(line))) {
		const isCentred = line.centred && line.role === 'plain' && lines[at]!.centred && !isDate(line) && !isByline(line);
		const isSmall = !isLargerThan(line, size) || (line.size ?? 0) < (lines[at]!.size ?? 0);
		if (line.level !== 0.5 && !startsDeck(line) && !(isCentred && isSmall)) break;
		deck.push(line);
	}
	return deck;
}

function startsDeck({ runs }: TextPiece): boolean {
	return /^(?:——|--|—|――)/.test(textOf(runs));
}

function isDate({ runs }: TextPiece): boolean {
	return /^[（(]?\d{4}\s*[年.\-/]\s*\d{1,2}/.test(textOf(runs));
}

function isByline({ runs }: TextPiece): boolean {
	return parseBylineLine(textOf(runs)) !== undefined;
}

/** Rows as a field of the head, when they fit it; they are then taken. */
function takeRows(
	lines: readonly TextPiece[],
	[characters, rows]: readonly [number, number],
	taken: Set<Piece>,
): string {
	const text = lines.map(({ runs }) => textOf(runs)).join('\n');
	if ([...text].length > characters || text.split('\n').length > rows) return '';
	for (const line of lines) taken.add(line);
	return text;
}

/** Lines at the top, else the last one of all, that are bylines through and through. */
function takeBylines(pieces: readonly Piece[], lines: readonly TextPiece[], taken: Set<Piece>): BylineInput[] {
	const last = pieces.at(-1);
	const places = [
		...lines.filter((line) => !taken.has(line)),
		...(last?.kind === 'text' && pieces.length > lines.length ? [last] : []),
	];
	const bylines: BylineInput[] = [];
	for (const line of places) {
		const found = parseBylineLine(textOf(line.runs));
		if (!found || bylines.length + found.length > 20 || (line === last && bylines.length > 0)) continue;
		taken.add(line);
		bylines.push(...found);
	}
	return bylines;
}

/** The 电头 of the first paragraph; who is named in it has a byline too. */
function takeDateline(head: GuessedHead, rest: Piece[]): { head: GuessedHead; rest: Piece[] } {
	const at = rest.findIndex((piece) => piece.kind === 'text' && piece.role === 'plain');
	const first = rest[at];
	const found = first?.kind === 'text' ? parseDateline(textOf(first.runs)) : undefined;
	if (first?.kind !== 'text' || !found || found.text.length > limits.dateline) return { head, rest };
	const cut: Piece = { ...first, runs: sliceRuns(first.runs, found.length) };
	const fresh = found.bylines.filter(({ name }) => !head.bylines.some((byline) => byline.name === name));
	return {
		head: { ...head, dateline: found.text, bylines: [...head.bylines, ...fresh].slice(0, 20) },
		rest: rest.with(at, cut),
	};
}
