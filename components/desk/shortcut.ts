/** A key or two keys after each other (`g a`), what they do in words, and how. */
export interface Shortcut {
	keys: string;
	label: string;
	run: () => void;
}

/** Two keys after each other count as one within this time. */
export const sequenceMs = 1500;

/** The key of an event as shortcuts spell it: full-width marks count as their half-width ones. */
export function keyOf(event: { key: string }): string {
	return event.key.length === 1 ? event.key.normalize('NFKC') : event.key;
}

/**
 * Which shortcut a key completes, and which keys are then held. `held` is the first key of a pair
 * that was begun, or empty.
 */
export function matchKey<S extends { keys: string }>(
	shortcuts: readonly S[],
	held: string,
	key: string,
): { hit?: S; held: string } {
	const typed = held ? `${held} ${key}` : key;
	const hit = shortcuts.find((shortcut) => shortcut.keys === typed);
	if (hit) return { hit, held: '' };
	const begins = shortcuts.some((shortcut) => shortcut.keys.startsWith(`${typed} `));
	if (begins) return { held: typed };
	// The first key led nowhere: the second may stand for itself.
	return held ? matchKey(shortcuts, '', key) : { held: '' };
}
