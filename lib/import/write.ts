import 'server-only';
import { titleOf } from '@/lib/article/article';
import { emptyBody, plainText } from '@/lib/article/body';
import { contentHash } from '@/lib/article/hash';
import { getArticleForAct } from '@/lib/article/read';
import { ArticleContent, type BylineInput } from '@/lib/article/schema';
import { createArticle } from '@/lib/article/write';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { publicInternet, type Reach } from '@/lib/media/web';
import { countWords, truncate } from '@/lib/text';
import { writeTrace } from '@/lib/trace/write';
import { mustDecide } from '@/lib/workflow/workflow';
import { importLimits } from './limits';
import { readInSandbox } from './process';
import type { ImportedFile, ImportNotes } from './schema';
import { storePictures } from './store-pictures';

/** What became of an imported file. */
export interface Imported {
	/** The article that it is now, or that it is for. */
	id: string;
	headline: string;
	words: number;
	pictures: number;
	/** What was taken for the head, to be looked over: 主题, 署名 2 人. */
	recognised: string[];
	/** What did not come along, in words. */
	remarks: string[];
}

/** Makes a draft of a file. A retry with the same request id answers with the same draft. */
export async function importArticle(
	actor: Actor,
	bytes: Uint8Array,
	notes: ImportNotes,
	reach: Reach = publicInternet,
): Promise<Imported> {
	must(actor, 'article.create');
	const { content, ...facts } = await readContent(actor, bytes, notes.filename, reach);
	const detail = traceDetail(notes.filename, facts);
	const { id } = await createArticle(actor, { requestId: notes.requestId, content }, { act: 'article.import', detail });
	return { id, ...facts };
}

/**
 * Reads a file for an article that is open and still empty: the content goes to its editor, which saves it like
 * anything written. The record says now where it will come from.
 */
export async function importIntoArticle(
	actor: Actor,
	bytes: Uint8Array,
	{ articleId, filename }: ImportNotes & { articleId: string },
	reach: Reach = publicInternet,
): Promise<Imported & { content: ArticleContent }> {
	const article = await getArticleForAct(db, actor, articleId);
	mustDecide('save', article, actor);
	const { content, ...facts } = await readContent(actor, bytes, filename, reach);
	await db.$transaction((tx) =>
		writeTrace(tx, actor, {
			act: 'article.import',
			subjectType: 'article',
			subjectId: articleId,
			subject: titleOf(content.headline),
			after: contentHash(content),
			detail: traceDetail(filename, facts),
		}),
	);
	return { id: articleId, ...facts, content };
}

/** What is said of a file above the limit, by whoever notices first. */
export function tooLargeFile(): Refusal {
	return new Refusal(
		'too-large',
		`文件最大 ${importLimits.bytes / 1024 / 1024} MB，这个超过了。请压缩其中的图片，或拆成几个文件再导入。`,
	);
}

type Facts = Omit<Imported, 'id'>;

async function readContent(
	actor: Actor,
	bytes: Uint8Array,
	filename: string,
	reach: Reach,
): Promise<Facts & { content: ArticleContent }> {
	if (bytes.length > importLimits.bytes) throw tooLargeFile();
	const file = await readInSandbox(filename, bytes);
	if (file.blocks.length === 0 && file.head.headline === '')
		throw new Refusal('invalid', '这个文件里没有文字，也没有图片。');
	const { blocks, remarks } = await storePictures(actor, file, filename, reach);
	const body = blocks.length > 0 ? { type: 'doc' as const, content: blocks } : emptyBody;
	const content = ArticleContent.parse({ ...file.head, bylines: await linkReporters(actor, file.head.bylines), body });
	return {
		content,
		headline: content.headline,
		words: countWords(plainText(content.body)),
		pictures: blocks.filter((block) => block.type === 'figure').length,
		recognised: recognisedIn(file.head),
		remarks: [...file.remarks, ...remarks, ...(content.headline ? [] : ['没有认出标题，请自己写上。'])],
	};
}

function recognisedIn({ kicker, headline, deck, dateline, bylines }: ImportedFile['head']): string[] {
	return [
		kicker && '引题',
		headline && '主题',
		deck && '副题',
		bylines.length > 0 && `署名 ${bylines.length} 人`,
		dateline && '电头',
	].filter((one): one is string => typeof one === 'string' && one !== '');
}

/** Names that are exactly one reporter's of this paper are linked to his page. */
async function linkReporters(actor: Actor, bylines: readonly BylineInput[]): Promise<BylineInput[]> {
	const names = [...new Set(bylines.map((byline) => byline.name))];
	if (names.length === 0) return [];
	const found = await db.reporter.findMany({
		where: { paperId: actor.paperId, name: { in: names }, retiredAt: null },
		select: { id: true, name: true },
	});
	return bylines.map((byline) => {
		const same = found.filter((reporter) => reporter.name === byline.name);
		return { ...byline, reporterId: same.length === 1 ? (same[0]?.id ?? null) : null };
	});
}

const maxRemark = 200;

function traceDetail(filename: string, { pictures, remarks }: Facts) {
	return {
		file: truncate(filename, 120),
		...(pictures > 0 && { pictures }),
		...(remarks.length > 0 && { remarks: remarks.map((remark) => truncate(remark, maxRemark)) }),
	};
}
