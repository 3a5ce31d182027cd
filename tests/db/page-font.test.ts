import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { db, publishedDb } from '@/lib/db';
import { stopCutter } from '@/lib/site/font-cutter';
import { forgetAll } from '@/lib/site/memory';
import { cutPageFonts, type PageFonts, sweepFonts } from '@/lib/site/page-font';
import { storePage } from '@/lib/site/page-store';
import { packPage } from '@/lib/site/stored-page';

beforeEach(async () => {
	forgetAll();
	await db.storedPage.deleteMany();
});
afterAll(async () => {
	await stopCutter();
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

const fontPaths = async () => (await db.storedPage.findMany({ select: { path: true } })).map(({ path }) => path);
const makeOld = () => db.$executeRaw`UPDATE "StoredPage" SET "renderedAt" = clock_timestamp() - interval '3 days'`;

const addressesOf = ({ preload }: PageFonts) => preload.map(({ address }) => address);

describe('cutPageFonts', () => {
	it('cuts each face to its characters, the 楷 in the slices that have them', async () => {
		const fonts = await cutPageFonts({ head: ['湖边'], song: ['湖边12——。'], hei: [' '], kai: ['江月'] });
		const families = [...fonts.css.matchAll(/font-family:'([^']+)'/g)].map(([, family]) => family);
		expect(new Set(families)).toEqual(new Set(['Shangban Head', 'Shangban Song', 'Shangban Kai']));
		const ranges = [...fonts.css.matchAll(/unicode-range:([^}]+)/g)].flatMap(([, range]) => range?.split(','));
		expect(ranges.sort()).toEqual(['U+6708', 'U+6c5f']);
		expect(fonts.preload).toHaveLength(2);
		// On a phone the page is a map: only its heads come at once.
		expect(fonts.preload.filter(({ media }) => media === undefined)).toHaveLength(1);
		expect(fonts.css).toMatch(/^@font-face\{font-family:'Shangban Head'.*@media print,\(min-width:700px\)\{@font-face/);
		expect(fonts.tags).toHaveLength((await fontPaths()).length);
	});

	it('gives the same characters the same address, whatever their order', async () => {
		const first = await cutPageFonts({ head: ['湖边的湖'] });
		expect(await cutPageFonts({ head: ['的边', '湖'] })).toEqual(first);
		expect(await fontPaths()).toEqual(addressesOf(first));
		expect((await cutPageFonts({ song: ['湖边的'] })).preload).not.toEqual(first.preload);
	});
});

describe('sweepFonts', () => {
	it('drops old faces that no stored page asks for, and no others', async () => {
		const used = await cutPageFonts({ head: ['湖'] });
		const unused = await cutPageFonts({ head: ['边'] });
		const page = { status: 200, headers: {}, body: '', tags: used.tags, keep: 'table' as const };
		await storePage(await packPage('/', page, new Date()));
		await sweepFonts();
		expect(await fontPaths()).toEqual(expect.arrayContaining([...addressesOf(used), ...addressesOf(unused)]));
		await makeOld();
		await sweepFonts();
		expect(new Set(await fontPaths())).toEqual(new Set(['/', ...addressesOf(used)]));
	});

	it('leaves a face that a page asks for again, and what was swept is stored again', async () => {
		const preload = addressesOf(await cutPageFonts({ head: ['湖'] }));
		await makeOld();
		await cutPageFonts({ head: ['湖'] });
		await sweepFonts();
		expect(await fontPaths()).toEqual(preload);
		await makeOld();
		await sweepFonts();
		expect(await fontPaths()).toEqual([]);
		// Memory still holds it.
		await cutPageFonts({ head: ['湖'] });
		expect(await fontPaths()).toEqual(preload);
	});
});
