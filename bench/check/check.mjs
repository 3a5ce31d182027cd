import { step } from '../../scripts/lib/step.mjs';
import { formatTable } from '../table.mjs';

/**
 * npm run bench -- check [--quick]: false marks in correct copy, errors planted in it that are found, and the time for a
 * story of 3,000 字. Resolves to the exit status.
 *
 * Plants are made without the rules' data where that can be: words come from the platform's own segmenter, sounds from
 * pinyin-pro, the hundred slips from a published list. The phrases of 数字用法, 量词 and 成语 and the shape of dates were
 * chosen by who wrote the rules, and the homophones of the rules come from pinyin-pro too. Of the hundred slips 57 were
 * found before the packs knew the list; they know it now, so that the kind shows only that they do. 任意同音字, a random
 * word of two characters with a random homophone in it, is printed beside the total and not in it: no list of words finds
 * those, it takes a person.
 */
export async function benchCheck({ quick }) {
	await import('../../scripts/lib/preload.mjs');
	const { demoStories, ledgerOf, measurePrecision, measureRecall, measureSpeed, ownStories } = await import(
		'./measure-check.ts'
	);
	const all = [...demoStories, ...ownStories];
	const people = ledgerOf(all);
	let precision;
	let recall;
	let speed;
	await step('正确的稿子', async () => {
		precision = { demo: measurePrecision(demoStories, people), own: measurePrecision(ownStories, people) };
	});
	await step('埋下的差错', async () => {
		recall = measureRecall(all, people, quick ? 8 : 24);
	});
	await step('快慢', async () => {
		speed = measureSpeed(quick ? 20 : 100);
	});
	const beyond = recall.filter(({ kind }) => kind === '任意同音字');
	const counted = recall.filter(({ kind }) => kind !== '任意同音字');
	const planted = counted.reduce((sum, kind) => sum + kind.planted, 0);
	const found = counted.reduce((sum, kind) => sum + kind.found, 0);
	const characters = precision.demo.characters + precision.own.characters;
	const marks = precision.demo.marks + precision.own.marks;
	const figures = {
		characters,
		falseMarks: marks,
		falsePerThousand: Math.round((marks * 100_000) / characters) / 100,
		ownCopy: { characters: precision.own.characters, falseMarks: precision.own.marks },
		planted,
		found,
		recall: Math.round((found * 1000) / planted) / 1000,
		byKind: Object.fromEntries(counted.map((kind) => [kind.kind, [kind.found, kind.planted]])),
		anyHomophone: beyond.map(({ found, planted }) => [found, planted])[0],
		speed,
	};
	const rows = recall.map(({ kind, planted, found, missed }) => [
		kind,
		String(planted),
		String(found),
		missed.slice(0, 3).join('；'),
	]);
	console.log(`\n检查\n\n${formatTable([['埋下的差错', '处', '找到', '没找到的，举例'], ...rows])}\n`);
	for (const line of [...precision.demo.shown, ...precision.own.shown]) console.log(`  误标：${line}`);
	console.log(
		`\n  ${characters} 字正确的稿子误标 ${marks} 处，每千字 ${figures.falsePerThousand}；埋下 ${planted} 处，找到 ${found} 处；` +
			`${speed.words} 字第一次 ${speed.firstMs} 毫秒，之后 ${speed.p50Ms}，改一段 ${speed.againMs}\n`,
	);
	console.log(JSON.stringify({ bench: 'check', quick, node: process.version, ...figures }));
	return 0;
}
