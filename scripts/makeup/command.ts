import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { parseBrief } from '@/lib/edition/brief-input';
import { Refusal } from '@/lib/errors';
import { asciiOf } from '@/lib/makeup/ascii';
import { makeUpPage } from '@/lib/makeup/make-up-page';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { stopCutter } from '@/lib/site/font-cutter';

const help = `用法：npm run -s makeup -- brief.json [选项]

按 docs/contracts/sheet.md 的 brief 组一个版，把 sheet（JSON，一行）写到标准输出；brief 为 - 时从标准输入读。
结果如何、字符版图、出错的原因都写到标准错误，所以标准输出可以直接存盘（npm 要加 -s，免得它先说两句）。

  --budget-ms N   求好的时间，毫秒
  --seed N        随机种子；同样的 brief、时间和种子得到同样的版
  --ascii         在标准错误上画出字符版图
  --html 文件     写出独立的 HTML：样式、字体、图片都在里面
  --pdf 文件      写出真实尺寸的 PDF（要有 Chromium）
  --help          这些话

图片按编号在 brief 旁边找（编号.jpg、.jpeg、.png、.webp、.avif）；找不到或读不了的排成灰块，图说照排。
退出码：0 组出了版（有溢文也算，见 free.overset）；1 程序出错；2 brief 或选项不对。
`;

const options = {
	'budget-ms': { type: 'string' },
	seed: { type: 'string' },
	ascii: { type: 'boolean' },
	html: { type: 'string' },
	pdf: { type: 'string' },
	help: { type: 'boolean' },
} as const;

/** Opens a Chromium, with a folder for what it must unpack. */
type OpenBrowser = (folder: string) => Promise<Browser>;

/** The command line of the engine. Resolves to the exit status. */
export async function makeup(args: string[], openBrowser: OpenBrowser): Promise<number> {
	try {
		const { values, positionals } = readArgs(args);
		if (values.help) {
			process.stdout.write(help);
			return 0;
		}
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0) throw new Refusal('invalid', '要一个 brief 文件。--help 有用法。');
		const brief = parseBrief(await readBrief(file));
		const budgetMs = wholeOf('--budget-ms', values['budget-ms']);
		const seed = wholeOf('--seed', values.seed);
		const now = () => performance.now();
		const sheet = makeUpPage(brief, {
			now,
			...(budgetMs !== undefined && { budgetMs }),
			...(seed !== undefined && { seed }),
		});
		if (values.ascii) process.stderr.write(`${asciiOf(sheet, brief.anchors)}\n`);
		await writePages(brief, sheet, { folder: file === '-' ? '.' : path.dirname(file), openBrowser, ...values });
		process.stderr.write(`${outcomeOf(brief, sheet)}\n`);
		process.stdout.write(`${JSON.stringify(sheet)}\n`);
		return 0;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		process.stderr.write(`${error.message}\n`);
		return 2;
	}
}

function readArgs(args: string[]) {
	try {
		return parseArgs({ args, options, allowPositionals: true });
	} catch (error) {
		throw new Refusal('invalid', `选项不对：${error instanceof Error ? error.message : error}。--help 有用法。`);
	}
}

function wholeOf(name: string, value: string | undefined): number | undefined {
	if (value === undefined) return undefined;
	if (!/^\d{1,9}$/.test(value)) throw new Refusal('invalid', `${name} 应为不大于 999999999 的整数，不是“${value}”。`);
	return Number(value);
}

async function readBrief(file: string): Promise<string> {
	try {
		return file === '-' ? await text(process.stdin) : await fs.readFile(file, 'utf8');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const reason =
			code === 'ENOENT' ? '没有这个文件' : code === 'EISDIR' ? '这是文件夹，不是文件' : `读不了（${code}）`;
		throw new Refusal('invalid', `${file}：${reason}。`);
	}
}

/** How it went, in a sentence or several. */
function outcomeOf({ stories }: Brief, { free, advice, stats }: Sheet): string {
	const lines = free.overset.reduce((sum, story) => sum + story.lines, 0);
	const room = free.holes === 0 ? '没有余空' : `余空 ${free.holes} 行（按一个基本栏计）`;
	const outcome =
		lines > 0 ? `放不下：共多出 ${lines} 行。` : `${stories.length} 篇全部排下，${room}；${stats.msBest} 毫秒。`;
	return [outcome, ...advice.map(({ text }) => `可以：${text}`)].join('\n');
}

async function writePages(
	brief: Brief,
	sheet: Sheet,
	{ folder, openBrowser, html, pdf }: { folder: string; openBrowser: OpenBrowser; html?: string; pdf?: string },
): Promise<void> {
	if (html === undefined && pdf === undefined) return;
	// Only now: whoever wants the sheet alone need not wait for fonts and browser.
	const { sheetDocument } = await import('@/lib/site/sheet-document');
	const { imagesIn } = await import('./sheet-images');
	const images = await imagesIn(folder, brief);
	const document = await sheetDocument({ brief, sheet, facts: brief.page, images, hrefOf: (id) => `#story-${id}` });
	await stopCutter();
	if (html !== undefined) await writeOut(html, document);
	if (pdf !== undefined) await writeOut(pdf, await print(document, openBrowser));
}

async function writeOut(file: string, content: string | Uint8Array): Promise<void> {
	try {
		await fs.writeFile(file, content);
	} catch (error) {
		throw new Refusal('invalid', `${file}：写不了（${(error as NodeJS.ErrnoException).code}）。`);
	}
}

async function print(document: string, openBrowser: OpenBrowser): Promise<Uint8Array> {
	const { renderPagePdf } = await import('./page-pdf');
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shangban-pdf-'));
	const browser = await openBrowser(folder);
	try {
		return await renderPagePdf(browser, document);
	} finally {
		await browser.close();
		await fs.rm(folder, { recursive: true, force: true });
	}
}
