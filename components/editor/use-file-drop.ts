'use client';
import type { DragEvent } from 'react';
import { type ImportedFile, importFile, recognisedWords } from '@/components/desk/import-file';
import { useToast } from '@/components/ui/toast';
import type { ArticleContent } from '@/lib/article/schema';
import { picturesOf } from './paste';
import { newRequestId } from './request-id';
import type { Uploads } from './use-uploads';
import type { Writing } from './use-writing';

/**
 * Handlers for the whole screen: a file dropped beside the text must not replace the page. Pictures go into the text; a
 * document dropped where nothing is written yet becomes the article's content. Once there are words, a document is a
 * story of its own, for the list.
 */
export function useFileDrop(articleId: string, writing: Writing, uploads: Uploads, tell: (words: string) => void) {
	const { show } = useToast();
	const refuse = (message: string) => show({ message, tone: 'error' });

	async function read([file, ...others]: readonly File[]): Promise<void> {
		if (!file) return;
		if (others.length > 0) return refuse('这里一次只能读入一个文件。几个文件请拖到稿件列表，各成一篇草稿。');
		if (!isEmpty(writing.content())) return refuse(`${written}请把文件拖到稿件列表，导入为新稿件。`);
		show({ message: `正在读入 ${file.name}…` });
		const outcome = await importFile(file, { requestId: newRequestId(), articleId });
		if (writing.editor.isDestroyed) return;
		if (!outcome.ok) return refuse(outcome.message);
		const { content } = outcome.file;
		if (!content) return;
		// Somebody may have begun to write meanwhile.
		if (!isEmpty(writing.content())) return refuse(`${written}读入的没有替换它。请把文件拖到稿件列表，导入为新稿件。`);
		writing.replace(withOwnPlace(content, writing.content()));
		tell(readWords(file.name, outcome.file));
	}

	return {
		onDragOver(event: DragEvent) {
			if (event.dataTransfer.types.includes('Files')) event.preventDefault();
		},
		onDrop(event: DragEvent) {
			if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
			event.preventDefault();
			const pictures = picturesOf(event.dataTransfer);
			if (pictures.length > 0) uploads.add(pictures);
			else void read([...event.dataTransfer.files]);
		},
	};
}

const written = '这篇稿件已经有文字，';

function isEmpty({ kicker, headline, deck, body }: ArticleContent): boolean {
	const isBlank = body.content.every((block) => block.type === 'paragraph' && !block.content?.length);
	return isBlank && `${kicker}${headline}${deck}`.trim() === '';
}

/** Where the article belongs is the writer's choice, not the file's. */
function withOwnPlace(content: ArticleContent, own: ArticleContent): ArticleContent {
	return { ...own, ...headAndBody(content), bylines: content.bylines.length > 0 ? content.bylines : own.bylines };
}

function headAndBody({ kicker, headline, deck, dateline, body }: ArticleContent) {
	return { kicker, headline, deck, dateline, body };
}

function readWords(name: string, file: ImportedFile): string {
	return [`已读入 ${name}。`, recognisedWords(file), ...file.remarks].join('');
}
