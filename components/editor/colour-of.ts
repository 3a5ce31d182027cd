/** How many colours components/suggestion-colours.css has. */
const colours = 6;

/** The colour of a person: always the same one, for everybody. */
export function colourOf(userId: string): number {
	let sum = 0;
	for (const character of userId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
	return sum % colours;
}
