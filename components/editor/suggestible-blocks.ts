/** Blocks that may themselves be suggested, to come, to go or to be something else; text of all others may. */
export const suggestibleBlocks = [
	'paragraph',
	'subhead',
	'question',
	'answer',
	'pullQuote',
	'figure',
	'gallery',
	'factBox',
	'embed',
	'bulletList',
	'orderedList',
	'listItem',
	'table',
	'divider',
];
