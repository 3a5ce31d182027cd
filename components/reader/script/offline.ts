import { isWhole, savedDates, saveEdition } from './saved-edition';
import { say } from './say';

/** What there is to read now: `/paper/latest.json`. */
export interface Latest {
	date: string;
	name: string;
	/** Changes with whatever is corrected in it. */
	version: string;
	/** Every page and story of the edition, the front first. */
	paths: string[];
}

const alwaysKey = 'shangban-save';
const askMilliseconds = 5 * 60_000;

/** 离线: keeps the edition of the day where it is asked to, and says when a newer one is out. */
export function startOffline(root: Document): void {
	if (!('serviceWorker' in navigator) || typeof caches === 'undefined') {
		for (const button of saveButtons(root)) button.hidden = true;
		return;
	}
	void navigator.serviceWorker.register('/worker.js').catch(() => {});
	for (const button of saveButtons(root)) button.addEventListener('click', () => saveNow(root));
	void showSaved(root);
	void listSaved(root);
	watchForNewer(root);
}

const saveButtons = (root: Document) => [...root.querySelectorAll<HTMLButtonElement>('[data-act=save]')];

async function showSaved(root: Document): Promise<void> {
	const saved = await savedDates();
	for (const button of saveButtons(root))
		if (saved.includes(button.dataset.date ?? '')) button.textContent = '本期已存，可离线看';
}

async function saveNow(root: Document): Promise<void> {
	const buttons = saveButtons(root);
	// Not disabled: that would take the focus away.
	const setBusy = (isBusy: boolean) => {
		for (const button of buttons) button.ariaDisabled = String(isBusy);
	};
	if (buttons.some((button) => button.ariaDisabled === 'true')) return;
	setBusy(true);
	try {
		const latest = await readLatest();
		await saveEdition(latest, (done, all) => {
			for (const button of buttons) button.textContent = `正在存 ${done} / ${all}`;
		});
		keep('yes');
		say('存好了：没有网络也能看。以后的报纸一出版就存，只留最新一期。');
	} catch (error) {
		const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
		say(isFull ? '这台设备的空间不够，没有存完。' : '没有存完，网络好了再按一次，存过的不用再下载。');
		for (const button of buttons) button.textContent = '存本期离线看';
	}
	setBusy(false);
	await showSaved(root);
}

async function readLatest(): Promise<Latest> {
	const response = await fetch('/paper/latest.json', { cache: 'no-cache' });
	if (!response.ok) throw new Error(String(response.status));
	return response.json();
}

/** Whoever has it on the home screen, or asked for it once, has each edition kept; not over a line that is metered. */
function isAlways(): boolean {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	if (connection?.saveData) return false;
	return matchMedia('(display-mode: standalone)').matches || kept() === 'yes';
}

function kept(): string | null {
	try {
		return localStorage.getItem(alwaysKey);
	} catch {
		return null;
	}
}

function keep(value: string): void {
	try {
		localStorage.setItem(alwaysKey, value);
	} catch {
		// It is asked again next time.
	}
}

/**
 * Asks now and then, and when one comes back to the page, whether there is a newer paper than the one that is shown, or
 * than there was when this page was opened.
 */
function watchForNewer(root: Document): void {
	let shown = root.querySelector<HTMLElement>('[data-edition]')?.dataset.edition;
	let asked = 0;
	const look = async () => {
		if (document.visibilityState !== 'visible' || Date.now() - asked < askMilliseconds) return;
		asked = Date.now();
		const latest = await readLatest().catch(() => undefined);
		if (!latest) return;
		shown ??= latest.date;
		if (latest.date > shown) hint(root, latest);
		if (isAlways() && !(await isWhole(latest))) {
			await saveEdition(latest, () => {}).catch(() => {});
			await showSaved(root);
		}
	};
	document.addEventListener('visibilitychange', look);
	addEventListener('pageshow', look);
	setInterval(look, askMilliseconds);
	// What one came for is first.
	'requestIdleCallback' in window ? requestIdleCallback(look, { timeout: 5000 }) : setTimeout(look, 2000);
}

function hint(root: Document, { date, name }: Latest): void {
	if (root.querySelector('.newer')) return;
	const bar = root.createElement('p');
	bar.className = 'newer';
	bar.role = 'status';
	const link = root.createElement('a');
	link.href = `/paper/${date}/1`;
	link.textContent = `${name}出版了，看新的一期`;
	root.body.append(bar);
	// A status is read when its text comes into a region that stands already.
	setTimeout(() => bar.append(link), 50);
}

/** On the page that stands in for what could not be fetched: what there is. */
async function listSaved(root: Document): Promise<void> {
	const list = root.querySelector('[data-saved]');
	if (!list) return;
	for (const date of await savedDates()) {
		const link = root.createElement('a');
		link.href = `/paper/${date}/1`;
		const [year, month, day] = date.split('-').map(Number);
		link.textContent = `${year}年${month}月${day}日的报纸`;
		const item = root.createElement('li');
		item.append(link);
		list.append(item);
	}
}
