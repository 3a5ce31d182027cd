import { setTimeout as sleep } from 'node:timers/promises';
import { launchBrowser } from '../scripts/lib/browser.mjs';
import { findAddresses } from '../scripts/lib/demo-address.mjs';
import { count, mark, median } from './table.mjs';

const pageNames = { article: '文章页', page: '版面页' };
const kinds = { Document: 'document', Stylesheet: 'style', Font: 'font', Image: 'image', Script: 'script' };

/** The lab phone: slow 4G as Lighthouse has it, a processor four times slower than this machine's. */
const phone = { megabits: 1.6, latency: 150, slowdown: 4 };
const views = {
	desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
	phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

const quietMilliseconds = 1000;
const kB = 1000;
/** What each page should stay below; `bytes` leaves an article's pictures out. */
const aims = { article: { bytes: 100 * kB }, page: { bytes: 300 * kB }, script: 15 * kB, lcp: 1800, cls: 0.02 };

/**
 * What a first visit to an article and to a page view costs in Chromium: bytes over the wire by kind, headers included,
 * and requests, before anything is scrolled; on the lab phone also when the largest thing is painted and how far
 * things shift.
 */
export async function measureWeight({ url, folder, signal }, { quick, note }) {
	const addresses = await findAddresses(url);
	const browser = await launchBrowser(folder, signal);
	try {
		const pages = {};
		for (const name of Object.keys(pageNames)) {
			note(pageNames[name]);
			const visit = (view, isSlow) => visitCold(browser, url + addresses[name], views[view], isSlow);
			// Someone has been here before: styles and pictures too are served as stored.
			for (const view of Object.keys(views)) await visit(view, false);
			const desktop = await visit('desktop', false);
			const slow = [];
			for (let run = 0; run < (quick ? 1 : 5); run++) slow.push(await visit('phone', true));
			pages[name] = { path: addresses[name], desktop: desktop.weight, phone: { ...slow[0].weight, ...middle(slow) } };
		}
		return { phone, aims, pages };
	} finally {
		await browser.close();
	}
}

const middle = (visits) => ({
	lcp: Math.round(median(visits.map(({ lcp }) => lcp))),
	cls: Number(Math.max(...visits.map(({ cls }) => cls)).toFixed(4)),
});

async function visitCold(browser, address, view, isSlow) {
	// What a service worker passes on arrives without a weight.
	const serviceWorkers = 'block';
	const context = await browser.newContext({ ...view, serviceWorkers, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
	try {
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		const weight = await weigh(devtools);
		if (isSlow) await slowDown(devtools);
		await page.goto(address, { waitUntil: 'networkidle' });
		await weight.settled();
		const vitals = await page.evaluate(readVitals);
		if (weight.failed.length > 0) throw new Error(`${address}: ${weight.failed.join(', ')} did not load`);
		if (vitals.lcp === null) throw new Error(`${address}: the browser has noted no largest paint`);
		return { weight: weight.total(), ...vitals };
	} finally {
		await context.close();
	}
}

/** Counts every response of the page from now on. */
async function weigh(devtools) {
	const asked = new Map();
	const failed = [];
	let last = performance.now();
	devtools.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
		last = performance.now();
		asked.set(requestId, { kind: kinds[type] ?? 'other', url: request.url, bytes: null });
	});
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		last = performance.now();
		const entry = asked.get(requestId);
		if (entry) entry.bytes = encodedDataLength;
	});
	devtools.on('Network.loadingFailed', ({ requestId, errorText }) => {
		failed.push(`${asked.get(requestId)?.url} (${errorText})`);
	});
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	const entries = () => [...asked.values()].filter(({ url }) => !url.startsWith('data:'));
	return {
		failed,
		total: () => totals(entries()),
		/** Pictures that wait until they are near begin late on a slow processor: quiet for a while, and nothing under way. */
		async settled() {
			const isQuiet = () =>
				performance.now() - last > quietMilliseconds && entries().every(({ bytes }) => bytes !== null);
			while (failed.length === 0 && !isQuiet()) await sleep(50);
		},
	};
}

function totals(entries) {
	const bytes = Object.fromEntries([...Object.values(kinds), 'other'].map((kind) => [kind, 0]));
	for (const entry of entries) bytes[entry.kind] += entry.bytes;
	const total = Object.values(bytes).reduce((sum, each) => sum + each, 0);
	return { requests: entries.length, ...bytes, total };
}

async function slowDown(devtools) {
	const bytesPerSecond = (phone.megabits * 1_000_000) / 8;
	await devtools.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: phone.latency,
		downloadThroughput: bytesPerSecond,
		uploadThroughput: bytesPerSecond / 2,
	});
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown });
}

/** Runs in the page: what the browser itself has noted since navigation. */
function readVitals() {
	const entriesOf = (type) =>
		new Promise((resolve) => {
			const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
			observer.observe({ type, buffered: true });
			setTimeout(() => resolve([]), 500);
		});
	return Promise.all([entriesOf('largest-contentful-paint'), entriesOf('layout-shift')]).then(([paints, shifts]) => ({
		lcp: paints.at(-1)?.startTime ?? null,
		cls: shifts.reduce((sum, { value }) => sum + value, 0),
	}));
}

export function weightTable({ pages }) {
	const shown = ['document', 'style', 'font', 'image', 'script', 'other', 'total'];
	const head = ['', '请求', 'HTML', '样式', '字体', '图片', '脚本', '其他', '合计（字节）', 'LCP', 'CLS'];
	const rows = Object.entries(pages).flatMap(([name, seen]) =>
		Object.keys(views).map((view) => {
			const { requests, lcp, cls, ...bytes } = seen[view];
			const vitals =
				lcp === undefined ? ['', ''] : [`${lcp} ms ${mark(lcp <= aims.lcp)}`, `${cls} ${mark(cls <= aims.cls)}`];
			const total = `${count(bytes.total)} ${mark(isLight(name, bytes))}`;
			const cells = shown.slice(0, -1).map((kind) => count(bytes[kind]));
			return [
				`${pageNames[name]}（${view === 'phone' ? '手机' : '桌面'}）`,
				String(requests),
				...cells,
				total,
				...vitals,
			];
		}),
	);
	return [head, ...rows];
}

function isLight(name, bytes) {
	const counted = name === 'article' ? bytes.total - bytes.image : bytes.total;
	return counted <= aims[name].bytes && bytes.script <= aims.script;
}

export const weightNote = () =>
	[
		`首次打开，未滚动。手机：${phone.megabits} Mb/s、延迟 ${phone.latency} ms、处理器慢 ${phone.slowdown} 倍`,
		`目标：文章页不计图片 ≤ ${aims.article.bytes / kB} kB，版面页连字体图片 ≤ ${aims.page.bytes / kB} kB，脚本 ≤ ${aims.script / kB} kB，LCP ≤ ${aims.lcp} ms，CLS ≤ ${aims.cls}`,
	].join('\n  ');
