'use client';
import { closeHistory } from '@tiptap/pm/history';
import { useToast } from '@/components/ui/toast';
import { type Hit, replaceHits } from './find';
import type { PanelProps } from './panel';
import type { Find } from './use-find';

/** Replaces the present hit, or all; all at once is one step to undo. */
export function useReplace({ editor, writing }: PanelProps, { hits, index }: Find, words: string) {
	const { show } = useToast();
	const replace = (some: readonly Hit[]) => {
		if (!writing || some.length === 0) return;
		const before = writing.head;
		const tr = closeHistory(editor.state.tr);
		const { head, replaced, left } = replaceHits(tr, before, some, words);
		if (tr.docChanged) editor.view.dispatch(tr);
		const after = editor.state.doc;
		if (Object.keys(head).length > 0) writing.change(head);
		const undo = () => {
			writing.change(Object.fromEntries(Object.keys(head).map((field) => [field, before[field as keyof typeof head]])));
			if (!tr.docChanged) return;
			if (editor.state.doc === after) editor.commands.undo();
			else show({ message: '正文之后又改过，请按 Ctrl+Z 一步步撤销。' });
		};
		if (left > 0) show({ message: `有 ${left} 处没有替换：换了就超过那一栏的字数。`, tone: 'error' });
		if (some.length > 1) show({ message: `已替换 ${replaced} 处`, undo });
	};
	return {
		one: () => replace(hits.slice(index, index + 1)),
		all: () => replace(hits),
	};
}
