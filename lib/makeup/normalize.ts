/**
 * Normalisation of a block's text, the text that the offsets of a sheet count in. Order is kept and
 * nothing is lost: every character of the source is found in the result as itself, as its full-width
 * form, or in the run (white space, ellipsis, dash) that replaces its run.
 *
 * - `, ; : ? !` become `，；：？！` where the nearest character on either side, marks skipped, is Han;
 *   `3:30` and `1,024` stay. `( )` change in pairs: around Han, or beside it.
 * - Up to three `…`, or three and more full stops, become `……`; four and more `…` become two of them.
 *   Two and more hyphens become `——`. A single `—` is a connector and stays.
 * - White space of any kind and length becomes one space, none at the ends and none beside a full-width mark other than a quotation mark.
 *
 * Idempotent.
 */
export function normalize(text: string): string {
	return fullWidthMarks(fullWidthBrackets(runs(text)))
		.replace(/ ?([，。、；：？！）》〉」』】〕（《〈「『【〔]) ?/g, '$1')
		.replace(/ +/g, ' ')
		.trim();
}

const fullWidth: Record<string, string> = {
	',': '，',
	';': '；',
	':': '：',
	'?': '？',
	'!': '！',
	'(': '（',
	')': '）',
};
const han = /[\p{Script=Han}〇]/u;
/** What is skipped when the neighbour of a mark is looked for. */
const mark = /[,;:?!()"'，。、；：？！（）《》〈〉「」『』【】〔〕“”‘’…—]/;

function runs(text: string): string {
	return text
		.replace(/[\s\u3000\u00a0\ufeff]+/g, ' ')
		.replace(/…+/g, (run) => (run.length > 3 ? '…………' : '……'))
		.replace(/\.{3,}/g, '……')
		.replace(/-{2,}/g, '——');
}

function fullWidthBrackets(text: string): string {
	const characters = [...text];
	const open: number[] = [];
	characters.forEach((character, at) => {
		if (character === '(') open.push(at);
		if (character !== ')') return;
		const start = open.pop();
		if (start === undefined) {
			if (besideHan(characters, at)) characters[at] = '）';
			return;
		}
		const inside = characters.slice(start + 1, at);
		if (inside.some((c) => han.test(c)) || besideHan(characters, start) || besideHan(characters, at)) {
			characters[start] = '（';
			characters[at] = '）';
		}
	});
	for (const at of open) if (besideHan(characters, at)) characters[at] = '（';
	return characters.join('');
}

function fullWidthMarks(text: string): string {
	const characters = [...text];
	return characters
		.map((character, at) => (/[,;:?!]/.test(character) && besideHan(characters, at) ? fullWidth[character] : character))
		.join('');
}

function besideHan(characters: string[], at: number): boolean {
	return isHan(nearest(characters, at, -1)) || isHan(nearest(characters, at, 1));
}

function isHan(character: string | undefined): boolean {
	return character !== undefined && han.test(character);
}

/** The nearest character in a direction that is neither a mark nor a space. */
function nearest(characters: string[], at: number, step: 1 | -1): string | undefined {
	let look = at + step;
	while (characters[look] === ' ' || mark.test(characters[look] ?? '')) look += step;
	return characters[look];
}
