import type { ArticleContent } from '../schema';
import { textBlockTypes } from '../suggestion';

/**
 * An article's content as one tree of nodes, head fields and bylines among them, so that the difference of two
 * contents, and who made it, are found by one walk that knows nothing of articles. A body's nodes are its Tiptap JSON.
 */
export interface Node {
	type: string;
	attrs?: Readonly<Record<string, unknown>> | undefined;
	content?: readonly Node[] | undefined;
	text?: string | undefined;
	marks?: readonly { type: string; attrs?: object | undefined }[] | undefined;
}

/** A node without what is in it. */
export type Head = Pick<Node, 'type' | 'attrs'>;

/** The content as a tree. Guaranteed: `fromTree` gives an equal content back. */
export function toTree({ tagIds, bylines, amendment, body, ...attrs }: ArticleContent): Node {
	return {
		type: 'article',
		attrs,
		content: [
			{ type: 'tags', content: tagIds.map((id) => ({ type: 'tag', attrs: { id } })) },
			{ type: 'bylines', content: bylines.map((byline) => ({ type: 'byline', attrs: byline })) },
			{ type: 'amendments', content: amendment ? [{ type: 'amendment', attrs: amendment }] : [] },
			body as Node,
		],
	};
}

/** The content of a tree that `toTree` made, or that a difference of such trees gives. */
export function fromTree({ attrs, content = [] }: Node): ArticleContent {
	const [tags, bylines, amendments, body] = content;
	const attrsIn = (node: Node | undefined) => (node?.content ?? []).map((child) => child.attrs ?? {});
	return {
		...attrs,
		tagIds: attrsIn(tags).map(({ id }) => id),
		bylines: attrsIn(bylines),
		amendment: attrsIn(amendments)[0] ?? null,
		body: body ?? { type: 'doc' },
	} as ArticleContent;
}

/** Attributes that are prose: they differ by words. All others are one value. */
const proseOf: Record<string, readonly string[]> = {
	article: ['kicker', 'headline', 'deck', 'dateline', 'webTitle', 'feedTitle', 'wechatTitle'],
	byline: ['office', 'name'],
	amendment: ['wrong', 'right', 'foundBy', 'note'],
	figure: ['caption', 'credit', 'alt'],
	gallery: ['caption'],
	embed: ['title'],
};

/** The names of a node's attributes that are prose, in reading order. */
export function proseNames(type: string): readonly string[] {
	return proseOf[type] ?? [];
}

/** A prose attribute's text; empty where there is none. */
export function proseIn(node: Head | undefined, name: string): string {
	const value = node?.attrs?.[name];
	return typeof value === 'string' ? value : '';
}

/** Whether a node is a block of running text, which may be parted in two or join another. */
export function isRunning({ type }: Head): boolean {
	return (textBlockTypes as readonly string[]).includes(type);
}

/** Whether a node holds text: its words may be struck and written in one by one. */
export function isText(node: Node): boolean {
	return isRunning(node) || Boolean(node.content?.some(({ type }) => type === 'text' || type === 'hardBreak'));
}

/** A node without what is in it. */
export function headOf({ type, attrs }: Node): Head {
	return attrs && Object.keys(attrs).length > 0 ? { type, attrs } : { type };
}

const keys = new WeakMap<Node, string>();

/** Two nodes have the same key exactly when nothing differs but the order of attributes and what is left out. */
export function keyOf(node: Node): string {
	let key = keys.get(node);
	if (key === undefined) {
		const { type, text = '', attrs, marks = [], content = [] } = node;
		const own = attrs && Object.keys(attrs).length > 0 ? canonical(attrs) : '';
		const parts = [type, text, own, marks.length > 0 ? canonical(marks) : '', ...content.map(keyOf)];
		// Each part with its length, so that no two nodes share a key by what their texts say.
		key = parts.map((part) => `${part.length}:${part}`).join('');
		keys.set(node, key);
	}
	return key;
}

/** JSON with sorted keys, without members that are undefined. */
export function canonical(value: unknown): string {
	return (
		JSON.stringify(value, (_key, member: unknown) =>
			typeof member === 'object' && member !== null && !Array.isArray(member)
				? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
				: member,
		) ?? ''
	);
}

/** All words of a node, prose attributes and what is in it, for telling how alike two nodes are. */
export function wordsIn(node: Node): string {
	if (node.text !== undefined) return node.text;
	const prose = proseNames(node.type).map((name) => proseIn(node, name));
	const inner = (node.content ?? []).map(wordsIn);
	return [...prose, inner.join(isText(node) ? '' : '\n')].filter(Boolean).join('\n');
}
