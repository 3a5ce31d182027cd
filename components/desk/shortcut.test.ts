import { describe, expect, it } from 'vitest';
import { ariaKeys, type KeyPress, keyOf, matchKey, shortKeys } from './shortcut';

const shortcuts = [{ keys: 'g a' }, { keys: 'g e' }, { keys: 'n' }, { keys: 'a' }];

describe('matchKey', () => {
	it.each([
		['a single key', '', 'n', 'n', ''],
		['the first of two', '', 'g', undefined, 'g'],
		['the second of two', 'g', 'a', 'g a', ''],
		['a second that leads nowhere but stands for itself', 'g', 'n', 'n', ''],
		['a first again', 'g', 'g', undefined, 'g'],
		['a key of nobody', '', 'z', undefined, ''],
	])('finds %s', (_name, held, key, hit, rest) => {
		expect(matchKey(shortcuts, held, key)).toEqual({ ...(hit && { hit: { keys: hit } }), held: rest });
	});
});

const press = (key: string, code = '', held: Partial<KeyPress> = {}): KeyPress => ({
	key,
	code,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	...held,
});

describe('keyOf', () => {
	it.each([
		['a full-width mark as its half-width one', press('？'), '?'],
		['a named key', press('Enter'), 'Enter'],
		['a digit that Option made a sign of', press('∞', 'Digit5', { metaKey: true, altKey: true }), 'Ctrl+Alt+5'],
		['a letter behind an input method', press('Process', 'KeyK', { ctrlKey: true }), 'Ctrl+K'],
		['a mark with Ctrl', press('/', 'Slash', { ctrlKey: true }), 'Ctrl+/'],
		['a key with a number', press('F3', 'F3', { shiftKey: true }), 'Shift+F3'],
		['all that is held', press('ArrowUp', 'ArrowUp', { altKey: true, shiftKey: true }), 'Alt+Shift+ArrowUp'],
	])('reads %s', (_name, event, keys) => expect(keyOf(event)).toBe(keys));
});

it('shows keys short, and names them for screen readers', () => {
	expect(shortKeys('Ctrl+Alt+5')).toBe('⌃⌥5');
	expect(shortKeys('Alt+Shift+ArrowUp')).toBe('⌥⇧↑');
	expect(ariaKeys('Ctrl+Alt+5')).toBe('Control+Alt+5');
});
