import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setForPrinting } from '../../scripts/lib/print-settings.mjs';
import { step } from '../../scripts/lib/step.mjs';
import { formatTable, mark, median } from '../table.mjs';

/** Seconds a page. */
const aim = 3;
const pages = 16;

/**
 * npm run bench -- pdf [--quick]: how long a page of the demo takes from its sheet to the files that readers get (PDF and
 * two pictures), the browser open and the faces not yet cut; and an edition of 16 pages as one PDF. Resolves to the exit
 * status.
 */
export async function benchPdf({ quick }) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shangban-pdf-'));
	await setForPrinting(folder);
	await import('../../scripts/lib/preload.mjs');
	const { endPrinting, pagesToPrint, printAnew, printEdition, printTogether } = await import('./measure-pdf.ts');
	const [cold, runs] = [[], []];
	let edition;
	let together;
	try {
		const prints = await pagesToPrint(pages);
		await step('第一次，浏览器未开', async () => cold.push(await printAnew(prints[0])));
		await step('每一版', async () => {
			for (let run = 0; run < (quick ? 4 : 16); run++) runs.push(await printAnew(prints[run]));
		});
		await step('逐版，两版交错', async () => {
			together = await printTogether(quick ? prints.slice(0, 4) : prints);
		});
		await step('整期', async () => {
			edition = await printEdition(prints);
		});
	} finally {
		await endPrinting();
		fs.rmSync(folder, { recursive: true, force: true });
	}
	const times = runs.map(({ milliseconds }) => milliseconds);
	const figures = {
		cold: Math.round(cold[0].milliseconds),
		page: { runs: runs.length, p50: Math.round(median(times)), max: Math.round(Math.max(...times)) },
		together: { pages: quick ? 4 : pages, milliseconds: Math.round(together) },
		pageBytes: Math.round(median(runs.map(({ bytes }) => bytes))),
		edition: { pages, milliseconds: Math.round(edition.milliseconds), bytes: edition.bytes },
	};
	console.log(`\n版面 PDF\n\n${formatTable(table(figures))}\n\n  一版的目标：${aim} 秒以内，浏览器已开。\n`);
	console.log(JSON.stringify({ bench: 'pdf', quick, node: process.version, ...figures }));
	return 0;
}

function table({ cold, page, together, pageBytes, edition }) {
	const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} 秒`;
	const size = (bytes) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;
	return [
		['', '次数', 'p50', '最慢', '大小'],
		[
			'一版：PDF 和两张缩略图',
			String(page.runs),
			seconds(page.p50),
			`${seconds(page.max)} ${mark(page.max <= aim * 1000)}`,
			size(pageBytes),
		],
		['同上，浏览器未开', '1', seconds(cold), seconds(cold), ''],
		[
			`${together.pages} 版交错，每版`,
			'1',
			seconds(together.milliseconds / together.pages),
			seconds(together.milliseconds / together.pages),
			'',
		],
		[
			`整期 ${edition.pages} 版`,
			'1',
			seconds(edition.milliseconds),
			seconds(edition.milliseconds),
			size(edition.bytes),
		],
	];
}
