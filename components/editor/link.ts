import { Mark } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { isSafeLink } from '@/lib/article/body';
import { ask } from './ask';

/** 链接: an address and nothing else; what a reader may not follow never becomes a mark. */
export const Link = Mark.create({
	name: 'link',
	inclusive: false,
	addAttributes() {
		return {
			href: {
				isRequired: true,
				parseHTML: (element) => element.getAttribute('href'),
				validate: (value: unknown) => {
					if (typeof value !== 'string' || !isSafeLink(value)) throw new RangeError('Unsafe link');
				},
			},
		};
	},
	parseHTML: () => [
		{ tag: 'a[href]', getAttrs: (element) => (isSafeLink(element.getAttribute('href') ?? '') ? null : false) },
	],
	// The desk shows where a link leads and does not follow it.
	renderHTML: ({ HTMLAttributes }) => ['a', { href: HTMLAttributes.href, title: HTMLAttributes.href }, 0],
	addKeyboardShortcuts() {
		return {
			'Mod-Shift-k': () => {
				ask(this.editor, 'link');
				return true;
			},
		};
	},
	addProseMirrorPlugins() {
		return [
			new Plugin({
				props: {
					handleClick: (_view, _position, event) => {
						if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
						return false;
					},
					// An address pasted over selected words links them.
					handlePaste: (view, event) => {
						const address = event.clipboardData?.getData('text/plain').trim() ?? '';
						if (view.state.selection.empty || !/^https?:\/\//i.test(address) || !isSafeLink(address)) return false;
						return this.editor.commands.setMark('link', { href: address });
					},
				},
			}),
		];
	},
});
