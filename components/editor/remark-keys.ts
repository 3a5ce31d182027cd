/** The keys of comments and suggestions. */
export const remarkKeys = {
	panel: 'Ctrl+Alt+7',
	comment: 'Ctrl+Alt+M',
	mode: 'Ctrl+Shift+E',
	next: 'Ctrl+Alt+J',
	previous: 'Ctrl+Alt+K',
	accept: 'Ctrl+Alt+Y',
	reject: 'Ctrl+Alt+N',
} as const;
