import { type Answer, immutable } from './answer';
import { readerSecurityHeaders } from './policy';
import { plainAnswer } from './render';
import { stylesheet } from './stylesheet';

/** A file under its own hash: the style sheet. Faces are stored when the page that needs them is rendered. */
export async function renderAsset(path: string): Promise<Answer> {
	const sheet = stylesheet();
	if (path !== sheet.path) return plainAnswer(404, '没有这个文件。');
	return {
		status: 200,
		headers: { ...readerSecurityHeaders(), 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': immutable },
		body: sheet.css,
		tags: [],
		keep: 'table',
	};
}
