import { watchInterruption } from '../../scripts/lib/interruption.mjs';
import { step } from '../../scripts/lib/step.mjs';

const budgets = { quick: 300, full: 4000 };

/**
 * npm run bench -- makeup [--quick] [--seeds a-b]: briefs of the frozen generator made up, each page checked by the checker,
 * baselines beside, and the
 * lines alone. Resolves to the exit status.
 */
export async function benchMakeup({ quick, seeds: range }) {
	await import('../../scripts/lib/preload.mjs');
	const { limitMs, measureMakeup } = await import('./measure-makeup.ts');
	const { seedsOf } = await import('./seeds.ts');
	const { makeupReport } = await import('./tables.mjs');
	const seeds = seedsOf(range, quick);
	if (!seeds) {
		console.error('--seeds 要写成 1-200 的样子。');
		return 2;
	}
	const budgetMs = quick ? budgets.quick : budgets.full;
	const signal = watchInterruption(() => {});
	let pages = [];
	let lines;
	try {
		await step('断行', async () => {
			const { measureLines } = await import('../makeup-lines.mjs');
			lines = measureLines({ quick });
		});
		await step('组版', async (note) => {
			pages = await measureMakeup({ seeds, budgetMs, note, signal });
		});
	} catch (error) {
		if (!signal.aborted) throw error;
		console.error('中断。');
		return 1;
	}
	const { text, figures } = makeupReport(pages, lines);
	const terms = `种子 ${seeds[0]}–${seeds.at(-1)} 共 ${seeds.length} 版，密度 0.97–1.03，每版找更好的版面最多约 ${budgetMs} 毫秒`;
	console.log(
		`\n组版\n\n${text}\n\n  ${terms}；满版：${limitMs / 1000} 秒内无天窗、无溢文，且独立检查无一处不符；快慢和软禁忌只算满版的版\n`,
	);
	console.log(
		JSON.stringify({
			bench: 'makeup',
			quick,
			seeds: [seeds[0], seeds.at(-1)],
			node: process.version,
			budgetMs,
			...figures,
			lines,
		}),
	);
	return 0;
}
