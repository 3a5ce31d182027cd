import { marked } from 'marked';
import { bodyLimits, plainText } from '@/lib/article/body';
import { Refusal } from '@/lib/errors';
import { cleanHtml, fileLink } from './clean-html';
import { cleanText } from './clean-text';
import { type DocumentPicture, readDocx } from './docx/read-docx';
import { decodeText, kindOfFile } from './file-kind';
import { type GuessedHead, guessHead } from './guess-head';
import { leftWords } from './left-words';
import { importLimits } from './limits';
import { parseHtml } from './parse-html';
import type { Cleaned } from './piece';
import { type CleanBlock, toBlocks } from './to-blocks';

/** A file as a story, before its pictures are stored. */
export interface ReadFile {
	head: GuessedHead;
	blocks: CleanBlock[];
	/** What a picture's source `part:` and a number points to. */
	pictures: DocumentPicture[];
	/** What did not come along, in words. */
	remarks: string[];
}

/** Reads a file. Pure but for what the parsers do in memory; refuses in words. Runs in the sandbox only. */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
	const file = kindOfFile(name, bytes);
	if ('refusal' in file) throw new Refusal('invalid', file.refusal);
	if (file.kind !== 'docx' && bytes.length > importLimits.textBytes) {
		throw new Refusal(
			'too-large',
			`文字文件最大 ${importLimits.textBytes / 1024 / 1024} MB，这个超过了。请拆成几个文件再导入。`,
		);
	}
	const { pictures, remarks, ...cleaned } = await readKind(file.kind, bytes);
	const { head, rest } = guessHead(cleaned.pieces);
	const left = leftWords(cleaned.left);
	const blocks = toBlocks(rest);
	requireRoom(blocks);
	return { head, blocks, pictures, remarks: [...remarks, ...(left ? [left] : [])] };
}

async function readKind(
	kind: 'docx' | 'html' | 'markdown' | 'text',
	bytes: Uint8Array,
): Promise<Cleaned & Pick<ReadFile, 'pictures' | 'remarks'>> {
	const alone = { pictures: [], remarks: [] };
	switch (kind) {
		case 'docx':
			return readDocx(bytes);
		case 'html':
			return { ...cleanHtml(parseHtml(decodeText(bytes)), fileLink), ...alone };
		case 'markdown':
			return { ...cleanHtml(parseHtml(await marked.parse(decodeText(bytes))), fileLink), ...alone };
		case 'text':
			return { ...cleanText(decodeText(bytes)), ...alone };
	}
}

/** Refuses what one article cannot hold, before any picture is stored. */
function requireRoom(blocks: readonly CleanBlock[]): void {
	if (blocks.length > bodyLimits.blocks) {
		throw new Refusal(
			'too-large',
			`这个文件有 ${blocks.length} 段，一篇稿件最多 ${bodyLimits.blocks} 段。请拆成几个文件再导入。`,
		);
	}
	const { length } = plainText({ content: blocks.filter((block) => block.type !== 'picture') });
	if (length > bodyLimits.textLength) {
		throw new Refusal(
			'too-large',
			`这个文件有 ${length} 字，一篇稿件最多 ${bodyLimits.textLength} 字。请拆成几个文件再导入。`,
		);
	}
}
