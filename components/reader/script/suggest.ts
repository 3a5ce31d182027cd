import type { Suggestion } from '@/lib/search/suggest/published';

const restMilliseconds = 150;
let made = 0;

/**
 * 搜索提示 under every field that names where to ask (`data-suggest`): a combobox with a list as WAI-ARIA's authoring practices
 * describe it. Without an answer the field is a plain one.
 */
export function startSuggest(root: Document): void {
	for (const field of root.querySelectorAll<HTMLInputElement>('input[data-suggest]')) suggestUnder(field);
}

function suggestUnder(field: HTMLInputElement): void {
	const list = listFor(field);
	let timer = 0;
	let asking: AbortController | undefined;
	let active = -1;
	const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
	const choose = (at: number) => {
		active = at;
		for (const [index, option] of options().entries()) option.setAttribute('aria-selected', String(index === at));
		const chosen = options()[at];
		if (chosen) field.setAttribute('aria-activedescendant', chosen.id);
		else field.removeAttribute('aria-activedescendant');
		chosen?.scrollIntoView({ block: 'nearest' });
	};
	const close = () => {
		clearTimeout(timer);
		asking?.abort();
		list.hidden = true;
		field.setAttribute('aria-expanded', 'false');
		choose(-1);
	};
	const show = (suggestions: readonly Suggestion[]) => {
		list.replaceChildren(...suggestions.map((suggestion, at) => optionOf(suggestion, `${list.id}-${at}`)));
		list.hidden = suggestions.length === 0;
		field.setAttribute('aria-expanded', String(!list.hidden));
		choose(-1);
	};
	const ask = async () => {
		const typed = field.value.trim();
		asking?.abort();
		if (typed === '') return close();
		asking = new AbortController();
		const { signal } = asking;
		try {
			const answer = await fetch(`${field.dataset.suggest}?${new URLSearchParams({ q: typed })}`, { signal });
			if (!answer.ok) return;
			const { suggestions } = await answer.json();
			if (!signal.aborted && document.activeElement === field) show(suggestions);
		} catch {
			// Another was asked meanwhile, or nobody answers: who searches needs no suggestion.
		}
	};
	const askSoon = () => {
		clearTimeout(timer);
		timer = window.setTimeout(ask, restMilliseconds);
	};
	// What an input method is still composing is no query yet.
	field.addEventListener('input', (event) => (event as InputEvent).isComposing || askSoon());
	field.addEventListener('compositionend', askSoon);
	field.addEventListener('blur', close);
	field.addEventListener('keydown', (event) => {
		if (event.isComposing) return;
		const { length } = options();
		const isOpen = !list.hidden;
		const moves: Record<string, () => void> = {
			ArrowDown: () => (isOpen ? choose(active + 1 === length ? -1 : active + 1) : ask()),
			ArrowUp: () => isOpen && choose(active === -1 ? length - 1 : active - 1),
			Enter: () => go(options()[active]),
			Escape: close,
		};
		const move = moves[event.key];
		const isOurs = event.key === 'Enter' ? isOpen && active !== -1 : isOpen || event.key === 'ArrowDown';
		if (!move || !isOurs) return;
		event.preventDefault();
		move();
	});
	// The field keeps the focus while one presses.
	list.addEventListener('mousedown', (event) => event.preventDefault());
	list.addEventListener('click', ({ target }) => go((target as Element).closest<HTMLElement>('[role=option]')));
}

function go(option: HTMLElement | null | undefined): void {
	if (option?.dataset.href) location.assign(option.dataset.href);
}

/** The list, empty and hidden, behind the field that it belongs to. */
function listFor(field: HTMLInputElement): HTMLUListElement {
	const list = document.createElement('ul');
	list.id = `suggestions-${++made}`;
	list.className = 'suggestions';
	list.role = 'listbox';
	list.ariaLabel = '搜索提示';
	list.hidden = true;
	field.role = 'combobox';
	field.setAttribute('aria-autocomplete', 'list');
	field.setAttribute('aria-expanded', 'false');
	field.setAttribute('aria-controls', list.id);
	const around = field.closest('.search-form') ?? field.parentElement;
	around?.classList.add('suggested-field');
	around?.append(list);
	return list;
}

function optionOf({ label, detail, href }: Suggestion, id: string): HTMLLIElement {
	const option = document.createElement('li');
	const small = document.createElement('small');
	small.textContent = detail;
	option.id = id;
	option.role = 'option';
	option.dataset.href = href;
	option.append(label, small);
	return option;
}
