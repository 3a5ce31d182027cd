import { elementsOf, type HtmlElement, sourceText } from './html-tree';

/** CSS declarations by property, lower case. */
export type Style = Readonly<Record<string, string>>;

/** What the style elements of a fragment say of each class. */
export type StyleSheet = ReadonlyMap<string, Style>;

const noStyle: Style = {};

function parseDeclarations(css: string): Style {
	const style: Record<string, string> = {};
	for (const declaration of css.split(';')) {
		const colon = declaration.indexOf(':');
		if (colon < 0) continue;
		const name = declaration.slice(0, colon).trim().toLowerCase();
		if (/^[a-z-]+$/.test(name)) style[name] = declaration.slice(colon + 1).trim();
	}
	return style;
}

/** The rules for classes: `p.MsoNormal, li.MsoNormal {…}`, `.xl65 {…}`. Others are for looks alone. */
export function readStyleSheet(root: HtmlElement): StyleSheet {
	const sheet = new Map<string, Style>();
	for (const element of elementsOf(root)) {
		if (element.tag !== 'style') continue;
		const css = sourceText(element).replace(/<!--|-->|\/\*[^*]*\*\//g, ' ');
		for (const rule of css.split('}')) {
			const [selectors = '', body] = rule.split('{');
			if (body === undefined) continue;
			const style = parseDeclarations(body);
			for (const selector of selectors.split(',')) {
				const [, name] = /^\s*(?:[a-z][a-z0-9]*)?\.([\w-]+)\s*$/i.exec(selector) ?? [];
				if (name) sheet.set(name, { ...sheet.get(name), ...style });
			}
		}
	}
	return sheet;
}

/** An element's style: its classes' first, its own over them. */
export function styleOf(element: HtmlElement, sheet: StyleSheet): Style {
	const { class: names, style } = element.attributes;
	const own = style ? parseDeclarations(style) : noStyle;
	if (!names || sheet.size === 0) return own;
	return Object.assign({}, ...names.split(/\s+/).map((name) => sheet.get(name) ?? noStyle), own) as Style;
}

/** Whether the weight says bold; undefined where nothing is said. */
export function boldOf(style: Style): boolean | undefined {
	const weight = style['font-weight'] ?? (style.font && /\b(?:bold|bolder|normal|[1-9]00)\b/i.exec(style.font)?.[0]);
	return weight === undefined || weight === '' ? undefined : /^(?:bold|bolder|[6-9]\d\d)/i.test(weight);
}

const pointsOf: Record<string, number> = { pt: 1, px: 0.75, em: 12, rem: 12 };

/** The size of type in points; undefined where it is not said or is relative to something unknown. */
export function sizeOf(style: Style): number | undefined {
	const said = style['font-size'] ?? /(?:^|\s)[\d.]+(?:pt|px)/.exec(style.font ?? '')?.[0];
	const [, figure, unit] = /^\s*([\d.]+)\s*(pt|px|r?em)/i.exec(said ?? '') ?? [];
	return figure && unit ? Number(figure) * (pointsOf[unit.toLowerCase()] ?? 1) : undefined;
}

/** Whether nothing of the element is printed. */
export function isHidden(element: HtmlElement, style: Style): boolean {
	return 'hidden' in element.attributes || /^none/i.test(style.display ?? '') || /^all/i.test(style['mso-hide'] ?? '');
}
