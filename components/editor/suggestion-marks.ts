import { Extension, Mark } from '@tiptap/core';
import { SuggestedBy } from '@/lib/article/suggestion';
import { colourOf } from './colour-of';
import { suggestibleBlocks } from './suggestible-blocks';

const text = (name: 'id' | 'userId' | 'at') => ({
	isRequired: true,
	parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name.toLowerCase()}`),
	renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name.toLowerCase()}`]: attributes[name] }),
	validate: (value: unknown) => {
		if (!SuggestedBy.shape[name].safeParse(value).success) throw new RangeError(`Bad ${name} of a suggestion`);
	},
});

function suggestionMark(name: 'insertion' | 'deletion', tag: 'ins' | 'del') {
	return Mark.create({
		name,
		// What is typed beside a suggestion is no part of it.
		inclusive: false,
		addAttributes: () => ({ id: text('id'), userId: text('userId'), at: text('at') }),
		parseHTML: () => [{ tag: `${tag}[data-id][data-userid][data-at]` }],
		renderHTML: ({ HTMLAttributes, mark }) => [tag, { ...HTMLAttributes, 'data-by': colourOf(mark.attrs.userId) }, 0],
	});
}

/** What is suggested of a block itself; drawn by decorations, never copied as HTML. */
const BlockChange = Extension.create({
	name: 'blockChange',
	addGlobalAttributes: () => [
		{
			types: suggestibleBlocks,
			attributes: { change: { default: null, rendered: false, keepOnSplit: false, parseHTML: () => null } },
		},
	],
});

/** 修改建议 in the document: marks on text, an attribute on blocks. */
export const SuggestionMarks = [suggestionMark('insertion', 'ins'), suggestionMark('deletion', 'del'), BlockChange];
