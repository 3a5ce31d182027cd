import { type Answer, immutable } from './answer';
import { readerSecurityHeaders } from './policy';
import { plainAnswer } from './render';
import { script } from './script';
import { speculationPath, speculationRules } from './speculation';
import { stylesheet } from './stylesheet';

/** A file under its own hash. Faces are stored when the page that needs them is rendered. */
export async function renderAsset(path: string): Promise<Answer> {
	const file = files().find((candidate) => candidate.path === path);
	if (!file) return plainAnswer(404, '没有这个文件。');
	return {
		status: 200,
		headers: { ...readerSecurityHeaders(), 'Content-Type': file.type, 'Cache-Control': immutable },
		body: file.body,
		tags: [],
		keep: 'table',
	};
}

function files(): { path: string; type: string; body: string }[] {
	const { path, css } = stylesheet();
	const { path: scriptPath, code } = script('reader');
	return [
		{ path, type: 'text/css; charset=utf-8', body: css },
		{ path: scriptPath, type: 'text/javascript; charset=utf-8', body: code },
		{ path: speculationPath, type: 'application/speculationrules+json', body: speculationRules },
	];
}
