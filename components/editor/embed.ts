import { Node } from '@tiptap/core';
import { embedSourceOf, longestSeconds } from '@/lib/article/embed';

export interface EmbedAttributes {
	kind: 'audio' | 'video';
	href: string;
	title: string;
	/** 0: not known */
	seconds: number;
}

/** 音频、视频: a line that names it and links to it; drawn by a node view on the desk. */
export const Embed = Node.create({
	name: 'embed',
	group: 'block',
	atom: true,
	draggable: true,
	isolating: true,
	addAttributes() {
		return {
			kind: attribute('kind', 'video', (text) => text, oneOf('audio', 'video')),
			href: { ...attribute('href', '', (text) => text, playable), default: undefined, isRequired: true },
			title: attribute('title', '', (text) => text, 'string'),
			seconds: attribute('seconds', 0, (text) => Number.parseInt(text, 10) || 0, length),
		};
	},
	parseHTML: () => [
		{
			tag: 'div[data-block="embed"]',
			getAttrs: (element) => (embedSourceOf(element.getAttribute('data-href') ?? '') ? null : false),
		},
	],
	renderHTML: ({ HTMLAttributes }) => ['div', { 'data-block': 'embed', ...HTMLAttributes }],
});

function attribute<Value>(
	name: string,
	value: Value,
	parse: (text: string) => unknown,
	validate: 'string' | ((value: unknown) => void),
) {
	return {
		default: value,
		parseHTML: (element: HTMLElement) => parse(element.getAttribute(`data-${name}`) ?? ''),
		renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
		validate,
	};
}

function oneOf(...allowed: string[]) {
	return (value: unknown) => {
		if (!allowed.includes(String(value))) throw new RangeError(`Not one of ${allowed.join(', ')}`);
	};
}

function playable(value: unknown): void {
	if (typeof value !== 'string' || !embedSourceOf(value)) throw new RangeError('Not sound or film that may be linked');
}

function length(value: unknown): void {
	if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > longestSeconds)
		throw new RangeError('Bad length');
}
