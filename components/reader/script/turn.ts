import { say } from './say';

type Turn = 'page-prev' | 'page-next' | 'day-prev' | 'day-next';

const ends: Record<Turn, string> = {
	'page-prev': '这是第一版。',
	'page-next': '这是最后一版。',
	'day-prev': '没有更早的报纸了。',
	'day-next': '这是最新一期。',
};

const beyond: Partial<Record<Turn, Turn>> = { 'page-prev': 'day-prev', 'page-next': 'day-next' };
/** What the next page says of how one came there. */
const arrivedKey = 'shangban-arrived';

const edgePx = 24;
const leastPx = 60;

/** 翻版, 翻期: by arrow keys, by a swipe over the page; beyond the first and the last page is another day's paper. */
export function startTurning(root: Document): void {
	const stage = root.querySelector<HTMLElement>('.page-stage');
	if (!stage) return;
	const linkTo = (where: Turn | undefined) => root.querySelector<HTMLAnchorElement>(`a[data-turn="${where}"]`);
	const turn = (where: Turn) => {
		const link = linkTo(where);
		if (link) return link.click();
		const day = linkTo(beyond[where]);
		if (!day) return say(ends[where]);
		remember(`已翻到${day.textContent}。`);
		day.click();
	};
	const arrived = recall();
	if (arrived) say(arrived);
	root.addEventListener('keydown', (event) => {
		const { key, shiftKey, target } = event;
		if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTaken(target)) return;
		const side = key === 'ArrowLeft' ? 'prev' : key === 'ArrowRight' ? 'next' : undefined;
		if (!side) return;
		event.preventDefault();
		turn(shiftKey ? `day-${side}` : `page-${side}`);
	});
	let from: { x: number; y: number } | undefined;
	stage.addEventListener(
		'touchstart',
		({ touches }) => {
			const [touch] = touches;
			// Two fingers zoom; from the edge the system goes back; a page that was zoomed is moved.
			const isTurn = touches.length === 1 && touch && !isZoomed(stage) && isInside(touch.clientX);
			from = isTurn ? { x: touch.clientX, y: touch.clientY } : undefined;
		},
		{ passive: true },
	);
	stage.addEventListener('touchend', ({ changedTouches: [touch] }) => {
		if (!from || !touch) return;
		const [x, y] = [touch.clientX - from.x, touch.clientY - from.y];
		from = undefined;
		if (Math.abs(x) >= leastPx && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 'page-next' : 'page-prev');
	});
}

const isInside = (x: number) => x > edgePx && x < innerWidth - edgePx;

function isZoomed(stage: HTMLElement): boolean {
	const pane = stage.querySelector('.page-pane');
	return (visualViewport?.scale ?? 1) > 1.05 || (pane !== null && pane.scrollWidth > pane.clientWidth + 1);
}

/** Where the arrows move the caret, a choice, the end of what is selected, or what scrolls sideways. */
function isTaken(target: EventTarget | null): boolean {
	if (getSelection()?.isCollapsed === false) return true;
	if (!(target instanceof HTMLElement)) return false;
	if (target.closest('input, textarea, select, [role=toolbar], [popover], .player')) return true;
	const pane = target.closest('.page-pane');
	return pane !== null && pane.scrollWidth > pane.clientWidth + 1;
}

function remember(words: string): void {
	try {
		sessionStorage.setItem(arrivedKey, words);
	} catch {
		// It is not said.
	}
}

function recall(): string | null {
	try {
		const words = sessionStorage.getItem(arrivedKey);
		sessionStorage.removeItem(arrivedKey);
		return words;
	} catch {
		return null;
	}
}
