import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pages } from './pages';

const folder = path.resolve(import.meta.dirname, '../../app/(reader)');
const files = new Set(['assets/[...file]', 'media/[id]/[file]', '[...lost]']);

/** `/paper/:` ← `/paper/:date.pdf`: Next knows no endings; feeds and maps come through the door of the pages beside them. */
function doorOf(pattern: string): string {
	return pattern.replace(/:\w+(\.\w+)?/g, ':').replace(/(?<=.)\/(feed|site)\.\w+$/, '/:');
}

/** `/paper/:` ← `paper/[date]` */
function patternOf(door: string): string {
	return `/${door.replace(/\[\w+\]/g, ':')}`;
}

it('every page has a door at its address, every door a page', () => {
	const doors = fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => path.basename(file) === 'route.ts')
		.map((file) => path.dirname(file).replaceAll(path.sep, '/').replace(/^\.$/, ''))
		.filter((door) => !files.has(door));
	expect(doors.map(patternOf).sort()).toEqual([...new Set(pages.map((page) => doorOf(page.pattern)))].sort());
});
