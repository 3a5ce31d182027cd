import { step } from '../../scripts/lib/step.mjs';
import { count, formatTable, mark, median, percentile } from '../table.mjs';

/** In milliseconds: the first exact page in the middle of all, what comes of a drag at the 95th percentile. */
const aims = { first: 1000, drag: 300 };

/**
 * npm run bench -- compose [--quick]: the demo's pages made up, and a hand on each story of them: edges dragged, stories
 * swapped, heads and frames changed. The engine alone, as the page desk calls it; the way to it and back is some ten
 * milliseconds more. Resolves to the exit status.
 */
export async function benchCompose({ quick }) {
	await import('../../scripts/lib/preload.mjs');
	const { measureCompose } = await import('./measure-compose.ts');
	let pages = [];
	await step('组版', async (note) => {
		pages = measureCompose({ quick, note });
	});
	const figures = summarise(pages);
	const { firstP50, dragP50, dragP95, otherP95 } = figures;
	const rows = [
		['', '毫秒', '目标', ''],
		['第一个排满的版面，中位', count(firstP50), count(aims.first), mark(firstP50 <= aims.first)],
		['拖动之后，中位', count(dragP50), '', ''],
		['拖动之后，95%', count(dragP95), count(aims.drag), mark(dragP95 <= aims.drag)],
		['对调、加框、换题位之后，95%', count(otherP95), '', ''],
	];
	console.log(
		`\n组版手感\n\n${formatTable(rows)}\n\n  ${figures.pages} 版，排满 ${figures.filled} 版；拖动 ${figures.drags} 次，排不满而没有动的 ${figures.refused} 次\n`,
	);
	console.log(JSON.stringify({ bench: 'compose', quick, node: process.version, ...figures }));
	return 0;
}

export function summarise(pages) {
	const round = (value) => (value === undefined ? null : Math.round(value));
	const first = pages.flatMap((page) => page.first ?? []);
	const drags = pages.flatMap((page) => page.drags);
	const others = pages.flatMap((page) => page.others);
	return {
		pages: pages.length,
		filled: first.length,
		firstP50: round(median(first)),
		drags: drags.length,
		refused: pages.reduce((sum, page) => sum + page.refused, 0),
		dragP50: round(median(drags)),
		dragP95: round(percentile(drags, 95)),
		otherP95: round(percentile(others, 95)),
	};
}
