// From a page of the paper to a story and back: the head grows from its place and returns to it (CSS View Transitions 2).

interface Swap extends Event {
	viewTransition: { types: Set<string>; finished: Promise<void> } | null;
	activation?: { entry: { url: string | null }; from: { url: string | null } | null } | null;
}

const name = 'story';

/** Names, at both ends of a move between pages, what is the same story; a turned page is told from which side it comes. */
export function growFromPlace(): void {
	addEventListener('pageswap', (event) => {
		const { viewTransition, activation } = event as Swap;
		if (viewTransition) mark(viewTransition, activation?.entry.url);
	});
	addEventListener('pagereveal', (event) => {
		const { viewTransition } = event as Swap;
		const { activation } = (window as unknown as { navigation?: Pick<Swap, 'activation'> }).navigation ?? {};
		if (!viewTransition) return;
		mark(viewTransition, activation?.from?.url);
		const turn = turnOf(activation?.from?.url);
		if (turn) viewTransition.types.add(turn);
	});
}

function mark({ finished }: NonNullable<Swap['viewTransition']>, other: string | null | undefined): void {
	const head = headOf(other);
	if (!head) return;
	head.style.viewTransitionName = name;
	const clear = () => head.style.removeProperty('view-transition-name');
	finished.then(clear, clear);
}

const storyOf = (path: string) => /^\/article\/([\w-]+)$/.exec(path)?.[1];

/** The head in this page of the story that is also at the other end: its own, or one in sight that leads there. */
function headOf(other: string | null | undefined): HTMLElement | undefined {
	if (!other) return undefined;
	if (storyOf(location.pathname)) return document.querySelector<HTMLElement>('.article h1') ?? undefined;
	const id = storyOf(new URL(other).pathname);
	if (!id) return undefined;
	const heads = document.querySelectorAll<HTMLElement>(
		`#story-${id} .headline, .titles-head:is([href="/article/${id}"] *), .stories-head:has([href="/article/${id}"])`,
	);
	return [...heads].find(isInSight);
}

function isInSight(element: HTMLElement): boolean {
	const { top, bottom, width } = element.getBoundingClientRect();
	return width > 0 && bottom > 0 && top < innerHeight;
}

/** Whether the page before was the one to the left or to the right of this. */
function turnOf(other: string | null | undefined): 'forth' | 'back' | undefined {
	const [here, there] = [location.pathname, other ? new URL(other).pathname : ''].map(placeOf);
	if (!here || !there || here === there) return undefined;
	return here > there ? 'forth' : 'back';
}

/** A page of the paper as a word that sorts as papers do. */
function placeOf(path: string): string | undefined {
	const [, date, no] = /^\/paper\/(\d{4}-\d\d-\d\d)\/(\d{1,4})$/.exec(path) ?? [];
	return date && no && `${date}/${no.padStart(4, '0')}`;
}
