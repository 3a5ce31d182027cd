import { describe, expect, it } from 'vitest';
import { keyOfEdition, keyOfPage, type PageToPrint, pictureHeight } from './page-file';
import { kindOfPicture, pictureAddress } from './picture-address';

const page: PageToPrint = {
	...{ paperId: 'p', editionId: 'e', pageId: 'g', hash: 'a'.repeat(64) },
	facts: { no: 1, name: '要闻', date: '2026-11-22', paper: '澄湖日报', issueNo: 12, pages: 4 },
	credits: { editor: '沈知远', layout: '', proof: '' },
	brief: {} as PageToPrint['brief'],
	sheet: {} as PageToPrint['sheet'],
};
const key = keyOfPage(page, 'https://a.example');

describe('keyOfPage', () => {
	it('is the same for whatever shows the same', () => {
		expect(keyOfPage({ ...page, facts: { ...page.facts } }, 'https://a.example')).toBe(key);
		// Which edition's row it is does not show.
		expect(keyOfPage({ ...page, editionId: 'f', pageId: 'h' }, 'https://a.example')).toBe(key);
	});

	it.each([
		['its content', { ...page, hash: 'b'.repeat(64) }],
		['the number of pages', { ...page, facts: { ...page.facts, pages: 8 } }],
		['the issue', { ...page, facts: { ...page.facts, issueNo: 13 } }],
		['who signed', { ...page, credits: { ...page.credits, proof: '江月' } }],
	])('is another when %s is another', (_what, other) => {
		expect(keyOfPage(other, 'https://a.example')).not.toBe(key);
	});

	it('is another when links lead elsewhere', () => {
		expect(keyOfPage(page, 'https://b.example')).not.toBe(key);
	});
});

it('an edition’s key knows the order of its pages', () => {
	expect(keyOfEdition(['a', 'b'])).not.toBe(keyOfEdition(['b', 'a']));
});

it('a picture has the proportions of its page', () => {
	expect(pictureHeight(240, [275, 390])).toBe(340);
});

describe('the address of a picture', () => {
	it('says which page, which version and how large', () => {
		const address = pictureAddress({ date: '2026-11-22', no: 3 }, key, 'small');
		expect(address).toBe(`/paper/2026-11-22/3/${key.slice(0, 16)}.240.webp`);
		expect(kindOfPicture(address.split('/').at(-1)!.replace('.webp', ''))).toEqual({
			key: key.slice(0, 16),
			kind: 'small',
		});
	});

	it.each(['', 'x.240', `${key.slice(0, 16)}.241`, `${key.slice(0, 15)}.240`, `${key.slice(0, 16)}.240.240`])(
		'is not %s',
		(name) => {
			expect(kindOfPicture(name)).toBeUndefined();
		},
	);
});
