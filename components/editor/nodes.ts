import { Node } from '@tiptap/core';

/** Blocks of running text with a role of their own. */
interface TextBlock {
	name: 'subhead' | 'question' | 'answer' | 'pullQuote';
	/** The element it is drawn as, with the attribute that tells it apart where the element does not. */
	element: 'h2' | 'p' | 'blockquote';
	/** Pasted elements that become it. */
	from: string[];
	/** What Enter at its end begins. */
	next: 'paragraph' | 'answer';
	shortcut: string;
}

const textBlocks: TextBlock[] = [
	{
		name: 'subhead',
		element: 'h2',
		from: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
		next: 'paragraph',
		shortcut: 'Mod-Alt-1',
	},
	{ name: 'question', element: 'p', from: ['p[data-block="question"]'], next: 'answer', shortcut: 'Mod-Alt-2' },
	{ name: 'answer', element: 'p', from: ['p[data-block="answer"]'], next: 'paragraph', shortcut: 'Mod-Alt-3' },
	{ name: 'pullQuote', element: 'blockquote', from: ['blockquote'], next: 'paragraph', shortcut: 'Mod-Alt-4' },
];

function textBlock({ name, element, from, next, shortcut }: TextBlock) {
	return Node.create({
		name,
		group: 'block',
		content: 'inline*',
		defining: true,
		parseHTML: () => from.map((tag) => ({ tag, priority: 60 })),
		renderHTML: () => [element, { 'data-block': name }, 0],
		addKeyboardShortcuts() {
			return {
				[shortcut]: () => this.editor.commands.toggleNode(name, 'paragraph'),
				Enter: () => {
					const { $from, empty } = this.editor.state.selection;
					if (!empty || $from.parent.type !== this.type || $from.parentOffset < $from.parent.content.size) return false;
					// An empty one that is left by Enter turns into plain text, as an empty list item does.
					if ($from.parent.content.size === 0) return this.editor.commands.setNode('paragraph');
					return this.editor.commands.command(({ tr, state }) => {
						tr.split($from.pos, 1, [{ type: state.schema.nodes[next]! }]).scrollIntoView();
						return true;
					});
				},
				Backspace: () => {
					const { $from, empty } = this.editor.state.selection;
					if (!empty || $from.parent.type !== this.type || $from.parentOffset > 0) return false;
					return this.editor.commands.setNode('paragraph');
				},
			};
		},
	});
}

/** 小标题, 问, 答, 引语 */
export const TextBlocks = textBlocks.map(textBlock);

const text = (name: string) => ({
	default: '',
	parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
	renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
	validate: 'string',
});

/** 图片, with its words; drawn by a node view on the desk. */
export const Figure = Node.create({
	name: 'figure',
	group: 'block',
	atom: true,
	draggable: true,
	isolating: true,
	addAttributes() {
		return {
			media: { ...text('media'), default: undefined, isRequired: true },
			caption: text('caption'),
			credit: text('credit'),
			alt: text('alt'),
		};
	},
	parseHTML: () => [{ tag: 'figure[data-media]' }],
	renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
});

/** A list's item: paragraphs only, no list inside a list. */
export const ListItem = Node.create({
	name: 'listItem',
	content: 'paragraph+',
	defining: true,
	parseHTML: () => [{ tag: 'li' }],
	renderHTML: () => ['li', 0],
	addKeyboardShortcuts() {
		return { Enter: () => this.editor.commands.splitListItem('listItem') };
	},
});

/** 分隔 */
export const Divider = Node.create({
	name: 'divider',
	group: 'block',
	parseHTML: () => [{ tag: 'hr' }],
	renderHTML: () => ['hr'],
	addKeyboardShortcuts() {
		return { 'Mod-Alt--': () => this.editor.commands.insertContent({ type: 'divider' }) };
	},
});
