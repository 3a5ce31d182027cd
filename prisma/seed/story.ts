import type { Block, FactBox, Figure, Gallery, Inline } from '@/lib/article/body';

/**
 * What a demo story is made of, in the trade's words. Shared by the demo paper and the tests, which
 * turn it into an article through the commands that the desk uses.
 */
export interface Story {
	/** Names the story inside the demo: `front-interview`. Never shown. */
	key: string;
	/** 引题 */
	kicker?: string;
	/** 主题; a line feed is a forced break */
	headline: string;
	/** 副题 */
	deck?: string;
	/** 电头: 本报讯（记者 …） */
	dateline?: string;
	/** Name of the column 栏目 */
	column?: string;
	/** Name of the series 主题横幅 */
	series?: string;
	tags?: string[];
	bylines: StoryByline[];
	/** 1 头条 … 4 简讯: its rank on its page */
	priority: 1 | 2 | 3 | 4;
	body: Block[];
}

export interface StoryByline {
	role: 'reporter' | 'correspondent' | 'photographer' | 'author' | 'editor';
	name: string;
	/** The office that stands before the name of a signed article: □ 区委书记 … */
	office?: string;
}

/** One page of a demo edition, stories in the order of their rank. */
export interface StoryPage {
	no: number;
	name: string;
	credits: { editor: string; layout: string; proof: string };
	stories: Story[];
}

/** `**bold**` and line feeds become marks and forced breaks; everything else is text. */
export function inline(text: string): Inline[] {
	const nodes: Inline[] = [];
	for (const part of text.split(/(\*\*[^*]+\*\*|\n)/)) {
		if (part === '') continue;
		if (part === '\n') nodes.push({ type: 'hardBreak' });
		else if (part.startsWith('**')) nodes.push({ type: 'text', text: part.slice(2, -2), marks: [{ type: 'bold' }] });
		else nodes.push({ type: 'text', text: part });
	}
	return nodes;
}

export const p = (text: string): Block => ({ type: 'paragraph', content: inline(text) });
export const subhead = (text: string): Block => ({ type: 'subhead', content: inline(text) });
export const q = (text: string): Block => ({ type: 'question', content: inline(text) });
export const a = (text: string): Block => ({ type: 'answer', content: inline(text) });
export const pullQuote = (text: string): Block => ({ type: 'pullQuote', content: inline(text) });
export const divider = (): Block => ({ type: 'divider' });

/** A picture drawn by `prisma/seed/picture`; `picture` is its key there. */
export const figure = (picture: string, caption: string, credit: string, alt: string): Figure => ({
	type: 'figure',
	attrs: { media: picture, caption, credit, alt },
});

export const gallery = (caption: string, ...content: Figure[]): Gallery => ({
	type: 'gallery',
	attrs: { caption },
	content,
});

/** Facts under a title: paragraphs and lists. */
export const factBox = (title: string, ...facts: Block[]): FactBox => ({
	type: 'factBox',
	content: [{ type: 'factTitle', content: inline(title) }, ...(facts as [FactBox['content'][1]])],
});

export const list = (...items: string[]): Block => ({
	type: 'bulletList',
	content: items.map((text) => ({ type: 'listItem', content: [{ type: 'paragraph', content: inline(text) }] })),
});

/** A table whose first row is its header. */
export const table = (...rows: string[][]): Block => ({
	type: 'table',
	content: rows.map((cells, row) => ({
		type: 'tableRow',
		content: cells.map((text) => ({
			type: row === 0 ? 'tableHeader' : 'tableCell',
			content: [{ type: 'paragraph', content: text === '' ? undefined : inline(text) }],
		})),
	})),
});
