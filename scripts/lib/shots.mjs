import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { launchBrowser } from './browser.mjs';
import { findAddresses, warmSite } from './demo-address.mjs';
import { onDemoSite } from './demo-site.mjs';
import { root } from './root.mjs';
import { readmeShots, screens } from './shots-table.mjs';
import { step } from './step.mjs';

const views = [1440, 820, 390].flatMap((width) =>
	['light', 'dark'].map((scheme) => ({ width, height: width < 500 ? 844 : 1000, scheme })),
);
const largest = 250_000;

/** Takes the pictures on a demo site of its own. Resolves to the exit status: 1 when a screen could not be taken. */
export async function shots(args) {
	const unknown = args.filter((name) => name !== '--readme' && !screens.some((screen) => screen.name === name));
	if (unknown.length > 0) {
		console.error(`没有这些画面：${unknown.join('、')}。可用：${screens.map(({ name }) => name).join(' ')}`);
		return 2;
	}
	const faults = [];
	const status = await onDemoSite(async (site) => {
		await step('预热', () => warmSite(site.url));
		const camera = await openCamera(site);
		try {
			if (args.includes('--readme')) await step('插图', (note) => takeForReadme(camera, note));
			else faults.push(...(await takeAll(camera, args)));
		} finally {
			await camera.close();
		}
	});
	for (const fault of faults) console.error(`  ${fault}`);
	return status || (faults.length > 0 ? 1 : 0);
}

async function takeAll(camera, names) {
	const chosen = screens.filter(({ name }) => names.length === 0 || names.includes(name));
	const folder = path.join(root, 'shots');
	fs.mkdirSync(folder, { recursive: true });
	const faults = [];
	await step('画面', async (note) => {
		for (const [index, screen] of chosen.entries()) {
			note(`${index + 1}/${chosen.length} ${screen.name}`);
			const taken = await camera.take(screen, views, { isWhole: true });
			faults.push(...taken.faults.map((fault) => `${screen.name}: ${fault}`));
			for (const [{ width, scheme }, image] of taken.images) {
				fs.writeFileSync(path.join(folder, `${screen.name}-${width}-${scheme}.png`), image);
			}
		}
	});
	console.log(`\n  ${path.relative(process.cwd(), folder)}/ 里有 ${chosen.length} 个画面，各 ${views.length} 张`);
	return faults;
}

async function takeForReadme(camera, note) {
	const folder = path.join(root, 'docs/screenshots');
	fs.mkdirSync(folder, { recursive: true });
	for (const { file, screen, scale = 1, ...view } of readmeShots) {
		note(file);
		const row = screens.find(({ name }) => name === screen);
		const { images, faults } = await camera.take(row, [view], { isWhole: false, scale });
		if (faults.length > 0) throw new Error(`${screen}: ${faults.join('; ')}`);
		for (const [, image] of images) fs.writeFileSync(path.join(folder, `${file}.png`), await pack(image));
	}
}

/** The most colours that keep the file small. */
async function pack(image) {
	for (const colours of [256, 128, 64, 32]) {
		const packed = await sharp(image).png({ palette: true, colours, effort: 10 }).toBuffer();
		if (packed.length <= largest) return packed;
	}
	throw new Error(`A screenshot stays above ${largest} bytes`);
}

/** A browser that knows its way about the site and signs in once for each account. */
async function openCamera({ url, password, folder, signal }) {
	const found = await findAddresses(url);
	const browser = await launchBrowser(folder, signal);
	const sessions = new Map();

	async function sessionOf(login) {
		if (!sessions.has(login)) sessions.set(login, await signIn(browser, { url, login, password }));
		return sessions.get(login);
	}

	/** Opens the screen once and shows it in each view; what fails is told in `faults`. */
	async function take(screen, wanted, { isWhole, scale = 1 }) {
		const storageState = screen.as && (await sessionOf(screen.as));
		const [{ width, height }] = wanted;
		const size = { viewport: { width, height }, deviceScaleFactor: scale };
		const context = await browser.newContext({ ...locale, ...size, storageState, reducedMotion: 'reduce' });
		const page = await context.newPage();
		const faults = listenToFaults(page);
		const images = [];
		try {
			const at = typeof screen.at === 'string' ? screen.at : screen.at(found);
			await page.goto(url + at, { waitUntil: 'networkidle' });
			if (screen.act) await screen.act(page);
			await page.waitForLoadState('networkidle');
			for (const view of wanted) images.push([view, await picture(page, view, isWhole, faults)]);
		} catch (error) {
			signal.throwIfAborted();
			faults.push(error.message.split('\n')[0]);
		}
		await context.close();
		return { images, faults };
	}

	return { take, close: () => browser.close() };
}

const locale = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

async function signIn(browser, { url, login, password }) {
	const context = await browser.newContext(locale);
	const page = await context.newPage();
	await page.goto(`${url}/login`, { waitUntil: 'networkidle' });
	await page.getByLabel('账号').fill(login);
	await page.getByLabel('密码', { exact: true }).fill(password);
	await page.getByRole('button', { name: '登录' }).click();
	await page.waitForURL('**/desk/**');
	const state = await context.storageState();
	await context.close();
	return state;
}

/** What the page complains of; that a missing page was not found is no fault. */
function listenToFaults(page) {
	const faults = [];
	page.on('pageerror', (error) => faults.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error' && !/status of (403|404)/.test(message.text())) faults.push(message.text());
	});
	return faults;
}

/** The whole page, or the window where a dialog stands in it. */
async function picture(page, { width, height, scheme }, isWhole, faults) {
	await page.setViewportSize({ width, height });
	await page.emulateMedia({ colorScheme: scheme });
	if (isWhole) await loadPictures(page);
	await page.evaluate(() => document.fonts.ready);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	if (wide > 0) faults.push(`${wide} px wider than a window of ${width}`);
	const dialogs = await page.getByRole('dialog').or(page.getByRole('alertdialog')).count();
	return page.screenshot({ fullPage: isWhole && dialogs === 0, animations: 'disabled' });
}

/** Lets those load too that wait until they are near. */
async function loadPictures(page) {
	await page.evaluate(async () => {
		for (const image of document.images) image.loading = 'eager';
		await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
	});
}
