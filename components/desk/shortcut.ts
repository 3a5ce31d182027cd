/** A key, two keys after each other (`g a`) or keys held together (`Ctrl+Alt+5`), what they do in words, and how. */
export interface Shortcut {
	keys: string;
	label: string;
	/** The heading that lists it; without one it belongs to the screen. */
	group?: string;
	/** Left out where something else hears the keys and they are only to be listed. */
	run?: () => void;
}

/** The heading of keys that every screen has. */
export const everywhere = '到处';

/** Two keys after each other count as one within this time. */
export const sequenceMs = 1500;

/** What is read of a key press. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether it types nothing, because of what is held with it or by itself (F3): such a press acts inside a text too. */
export function isChord({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
	return ctrlKey || metaKey || altKey || /^F\d+$/.test(key);
}

/**
 * The key of an event as shortcuts spell it: full-width marks count as their half-width ones; of keys held together
 * letters and digits are told by their place, since Option and input methods make other characters of them. ⌘ is
 * Ctrl.
 */
export function keyOf(event: KeyPress): string {
	if (!isChord(event)) return event.key.length === 1 ? event.key.normalize('NFKC') : event.key;
	const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
	const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
	const held = [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift'].filter(Boolean);
	return [...held, place ?? (key.length === 1 ? key.normalize('NFKC').toUpperCase() : key)].join('+');
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

const signs: Record<string, string> = {
	Ctrl: '⌃',
	Alt: '⌥',
	Shift: '⇧',
	Enter: '↵',
	ArrowLeft: '←',
	ArrowRight: '→',
	ArrowUp: '↑',
	ArrowDown: '↓',
	Escape: 'Esc',
};

/** A key as it is printed on keyboards; Ctrl, Alt and Shift in words, which every keyboard has. */
export function keyWords(key: string): string {
	return ['Ctrl', 'Alt', 'Shift'].includes(key) ? key : (signs[key] ?? key);
}

/** Keys as a button has room to show them: `⌃⌥5`. */
export function shortKeys(keys: string): string {
	return keys
		.split('+')
		.map((key) => signs[key] ?? key)
		.join('');
}

/** Keys as `aria-keyshortcuts` wants them: `Control+Alt+5`. */
export function ariaKeys(keys: string): string {
	return keys.replace('Ctrl', 'Control');
}
