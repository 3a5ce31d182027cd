export type Size = 'small' | 'normal' | 'big' | 'huge';
export type Theme = 'system' | 'light' | 'dark';

/** How one reads on this device. */
export interface Choices {
	/** 字号: of the text of stories. */
	size: Size;
	/** 大字版: everything, with room for the finger. */
	large: boolean;
	theme: Theme;
}

const key = 'shangban-reading';
const usual: Choices = { size: 'normal', large: false, theme: 'system' };

/** What was chosen here before; a browser that keeps nothing has the usual. */
export function readChoices(): Choices {
	try {
		return { ...usual, ...JSON.parse(localStorage.getItem(key) ?? '{}') };
	} catch {
		return usual;
	}
}

/** Says whether it is kept for the next page. */
export function keepChoices(choices: Choices): boolean {
	try {
		localStorage.setItem(key, JSON.stringify(choices));
		return true;
	} catch {
		return false;
	}
}

/** The style sheet reads them from the root. */
export function applyChoices({ size, large, theme }: Choices): void {
	const { dataset } = document.documentElement;
	set(dataset, 'size', size === 'normal' ? undefined : size);
	set(dataset, 'large', large ? '' : undefined);
	set(dataset, 'theme', theme === 'system' ? undefined : theme);
}

function set(dataset: DOMStringMap, name: string, value: string | undefined): void {
	if (value === undefined) delete dataset[name];
	else dataset[name] = value;
}
