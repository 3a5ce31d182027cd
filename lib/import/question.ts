import type { Piece, TextPiece } from './piece';
import { textOf } from './runs';

const label = /^([^：:\s]{1,8}?)\s?[：:]/;
const askers = new Set(['问', 'Q', 'q', '记者', '本报记者', '主持人']);
const answers = new Set(['答', 'A', 'a']);

/**
 * 问 and 答, where the evidence is clear: questions that are answered, or a reporter and one other speaker taking turns
 * at least twice. The words stay as they are, labels too: the paper prints a label only where the text has none.
 */
export function markQuestions(pieces: readonly Piece[]): Piece[] {
	const speakers = pieces.map(speakerOf);
	const turns = speakers.flatMap((speaker, index) => (speaker === undefined ? [] : [{ speaker, index }]));
	const answerer = answererOf(turns.map((turn) => turn.speaker));
	if (!answerer) return [...pieces];
	return pieces.map((piece, index): Piece => {
		const speaker = speakers[index];
		if (speaker === undefined || piece.kind !== 'text') return piece;
		if (askers.has(speaker)) return { ...piece, role: 'question' };
		return answerer(speaker) ? { ...piece, role: 'answer' } : piece;
	});
}

function speakerOf(piece: Piece): string | undefined {
	if (piece.kind !== 'text' || (piece.role !== 'plain' && piece.role !== 'question' && piece.role !== 'answer'))
		return undefined;
	return label.exec(textOf((piece as TextPiece).runs))?.[1];
}

/** Says who answers; undefined where nobody clearly does. */
function answererOf(turns: readonly string[]): ((speaker: string) => boolean) | undefined {
	const pairs = turns.flatMap((speaker, index) =>
		askers.has(speaker) && turns[index + 1] !== undefined ? [turns[index + 1]!] : [],
	);
	if (pairs.some((speaker) => answers.has(speaker))) return (speaker) => answers.has(speaker);
	const others = new Set(pairs.filter((speaker) => !askers.has(speaker)));
	return pairs.length >= 2 && others.size === 1 ? (speaker) => others.has(speaker) : undefined;
}
