import { z } from 'zod';
import { ArticleContent } from '@/lib/article/schema';
import { importLimits } from '@/lib/import/limits';

const Imported = z.object({
	id: z.string(),
	headline: z.string(),
	words: z.number(),
	pictures: z.number(),
	recognised: z.array(z.string()),
	remarks: z.array(z.string()),
	content: ArticleContent.optional(),
});
const Declined = z.object({ message: z.string() });

export type ImportedFile = z.infer<typeof Imported>;
/** `again` says whether the same file may be taken another time. */
export type ImportOutcome = { ok: true; file: ImportedFile } | { ok: false; message: string; again: boolean };

interface Errand {
	/** The same for each attempt at the same file, so that a retry makes no second draft. */
	requestId: string;
	/** The open article that the file is to fill. */
	articleId?: string;
	/** Told how much of the file is on the server, from 0 to 1. */
	onProgress?: (part: number) => void;
}

/** Sends one file to be imported. Never throws. */
export function importFile(file: File, { requestId, articleId, onProgress }: Errand): Promise<ImportOutcome> {
	if (file.size > importLimits.bytes) {
		const message = `文件最大 ${importLimits.bytes / 1024 / 1024} MB，这个有 ${(file.size / 1024 / 1024).toFixed(1)} MB。请压缩其中的图片，或拆成几个文件再导入。`;
		return Promise.resolve({ ok: false, message, again: false });
	}
	return new Promise((resolve) => {
		// fetch tells nothing of how far an upload has come.
		const request = new XMLHttpRequest();
		request.open('POST', '/api/import');
		request.responseType = 'json';
		request.upload.onprogress = (event) => onProgress?.(event.loaded / event.total);
		request.onload = () => resolve(toOutcome(request.status, request.response));
		request.onerror = () => resolve({ ok: false, message: '网络断开了，文件没有导入。', again: true });
		const form = new FormData();
		form.append('file', file);
		form.append('requestId', requestId);
		if (articleId) form.append('article', articleId);
		request.send(form);
	});
}

function toOutcome(status: number, answer: unknown): ImportOutcome {
	const imported = Imported.safeParse(answer);
	if (status === 200 && imported.success) return { ok: true, file: imported.data };
	const declined = Declined.safeParse(answer);
	const message = declined.success ? declined.data.message : '服务器出了错，文件没有导入。';
	return { ok: false, message, again: status === 401 || status >= 500 };
}

/** What was taken for the head, as a sentence; empty where nothing was. */
export function recognisedWords({ recognised }: Pick<ImportedFile, 'recognised'>): string {
	return recognised.length > 0 ? `认出${recognised.join('、')}，请核对。` : '';
}
