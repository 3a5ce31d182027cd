import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterize, toClusters } from './cluster';

/** Clusters with their widths in ½ em. */
const shown = (text: string, widest?: number) =>
	clusterize(text, widest)
		.map((cluster) => `${text.slice(cluster.at, cluster.at + cluster.length)} ${cluster.width}`)
		.join(' | ');

describe('clusterize', () => {
	it.each([
		['Han and marks', '湖，好', '湖 2 | ， 2 | 好 2'],
		['numbers with their marks and units', '1,024.5％ 36℃ 3/4', '1,024.5％ 9 |   1 | 36℃ 4 |   1 | 3/4 3'],
		['full-width digits stay together', '１２月', '１２ 4 | 月 2'],
		['dash, ellipsis, connector, middle dot', '——……—·', '—— 4 | …… 4 | — 2 | · 1'],
		['marks side by side', '好。”（“湖', '好 2 | 。 1 | ” 1 | （ 2 | “ 1 | 湖 2'],
		['？ and ！ two by two', '？！！', '？ 1 | ！ 1 | ！ 2'],
		['？ and ！ before a quotation mark', '？！”', '？ 1 | ！ 1 | ” 2'],
		['what joins to one sign', '👩‍🌾👍🏽é', '👩‍🌾 2 | 👍🏽 2 | é 1'],
	])('%s', (_, text, clusters) => {
		expect(shown(text)).toBe(clusters);
	});

	it('cuts Latin runs that are too wide into characters', () => {
		expect(shown('见lake', 3)).toBe('见 2 | l 1 | a 1 | k 1 | e 1');
		expect(shown('见lake', 4)).toBe('见 2 | lake 4');
	});

	it('loses nothing', () => {
		const signs = fc.constantFrom(...'澄，。“”（）…—·／ 9aＡ％é', '👩‍🌾', '——', '……', '？！');
		fc.assert(
			fc.property(fc.array(signs, { maxLength: 30 }), (list) => {
				const text = list.join('');
				const joined = clusterize(text).map((cluster) => text.slice(cluster.at, cluster.at + cluster.length));
				expect(joined.join('')).toBe(text);
			}),
			{ seed: 1 },
		);
	});
});

describe('toClusters', () => {
	it('says where a line may end, and where its ink does', () => {
		const { text, count, at, before, breaks, inkEnd } = toClusters('湖（好）， A——湖');
		const places = Array.from({ length: count }, (_, j) => (breaks[j] ? '|' : '') + text.slice(at[j], at[j + 1]));
		expect(places.join('')).toBe('湖|（好）， |A|——|湖');
		expect([...inkEnd].slice(5, 8)).toEqual([5, 5, 7]);
		expect(before[count]).toBe(2 + 2 + 2 + 1 + 2 + 1 + 1 + 4 + 2);
	});
});
