import type { PicturePiece, Piece } from './piece';
import { textOf } from './runs';

/** As lib/article/body.ts has them. */
const maxCaption = 400;
const maxCredit = 80;
/** A longer line that begins with 图 is a paragraph about a picture. */
const maxLine = 120;

const caption = /^(?:[▲△↑▼←→]|图\s*[:：]|图为|图\s?\d{1,2}\s*[:：]|(?:上|下|左|右)图(?:[:：]|为))/;
/** Signs that point from the words to the picture; beside it they say nothing. */
const pointer = /^(?:[▲△↑▼←→]\s*|图\s*[:：]\s*)+/;
const creditAtEnd =
	/[（(]?\s*(?:(?:本报)?(?:记者|通讯员|摄影记者)\s*)?([\p{Script=Han}·]{2,6}(?:[ \u3000、][\p{Script=Han}·]{2,6}){0,3})\s*(摄|制图|供图|绘)(?:影)?\s*[)）]?[。.]?$/u;

/** The words that stand with a picture become its caption and credit; a picture that has words keeps them. */
export function joinCaptions(pieces: readonly Piece[]): Piece[] {
	const out: Piece[] = [];
	for (const piece of pieces) {
		const picture = out.at(-1);
		const words = captionOf(piece);
		if (words !== undefined && picture?.kind === 'picture' && picture.caption === '' && picture.credit === '') {
			out[out.length - 1] = { ...picture, ...splitCaption(words) };
		} else out.push(piece.kind === 'text' && piece.role === 'caption' ? { ...piece, role: 'plain' } : piece);
	}
	return out;
}

function captionOf(piece: Piece): string | undefined {
	if (piece.kind !== 'text') return undefined;
	const text = textOf(piece.runs).replaceAll('\n', ' ');
	if (piece.role === 'caption') return text.length <= maxCaption ? text : undefined;
	return piece.role === 'plain' && text.length <= maxLine && caption.test(text) ? text : undefined;
}

/** 图：湖边的清晨。（程野 摄） is a caption and a credit. Brackets around the credit are the page's own. */
export function splitCaption(line: string): Pick<PicturePiece, 'caption' | 'credit'> {
	const words = line.replace(pointer, '');
	const [all, names, verb] = creditAtEnd.exec(words) ?? [];
	const said = words.slice(0, words.length - (all?.length ?? 0));
	const isApart = said === '' || /[。！？，,；;\s\u3000）)]$/.test(said) || /^[（(\s]/.test(all ?? '');
	if (!all || !names || !isApart || /记者|通讯员/.test(all)) return { caption: words, credit: '' };
	const credit = `${names} ${verb}`;
	return credit.length <= maxCredit ? { caption: said.trim(), credit } : { caption: words, credit: '' };
}
