import { readFile } from 'node:fs/promises';
import { PreviewBanner } from '@/components/reader/preview-banner';
import type { Actor } from '@/lib/auth/roles';
import { mediaPath } from '@/lib/media/files';
import { articleDocument, readArticleView } from '@/lib/site/article-document';
import { pages } from '@/lib/site/pages';
import { renditionAt } from '@/lib/site/picture-address';
import { readerSecurityHeaders } from '@/lib/site/policy';
import type { ReaderDocument } from '@/lib/site/reader-page';
import { plainAnswer, renderLoose, renderLost } from '@/lib/site/render';
import { readShell } from '@/lib/site/shell';
import { clockTime, dayOf, monthDay } from '@/lib/time';
import { type Lapse, lapseSentences, readersHaveWords } from './preview';
import { findPictureOf, getPreviewStory, openLink, type PreviewStory, readAroundPreview } from './read';
import { noteSeen } from './write';

/** What the holder of a link is answered. Nothing of it is kept anywhere. */
export async function answerLink(token: string): Promise<Response> {
	const opened = await openLink(token);
	switch (opened?.kind) {
		case 'story': {
			await noteSeen(opened.linkId).catch(console.error);
			const day = monthDay(dayOf(opened.expiresAt), dayOf(new Date()));
			const document = await previewDocument(opened.story, {
				folderOf: (id) => `/preview/${token}/media/${id}`,
				until: `${day} ${clockTime(opened.expiresAt)} 失效`,
			});
			return renderLoose(document);
		}
		case 'published':
			return new Response(null, { status: 302, headers: { ...loose(), Location: `/article/${opened.articleId}` } });
		case 'lapsed':
			return renderLoose(lapsedDocument(opened.why), { status: 410 });
		case undefined:
			return answerMissing(`/preview/${token}`);
	}
}

/** A picture of the story that a link shows, for as long as it shows it. */
export async function answerLinkPicture(token: string, pictureId: string, file: string): Promise<Response> {
	const opened = await openLink(token);
	if (opened?.kind === 'lapsed') return refuse(410, lapseSentences[opened.why]);
	const picture = opened?.kind === 'story' ? await findPictureOf(opened.story, pictureId) : undefined;
	const rendition = picture && renditionAt(picture, file);
	if (!rendition) return refuse(404, '没有这张图片。');
	const bytes = await readFile(mediaPath(rendition.file)).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	if (!bytes) return refuse(404, '没有这张图片。');
	return new Response(new Uint8Array(bytes), { headers: { ...loose(), 'Content-Type': rendition.mime } });
}

/** The same page for who is signed in, to stand in a frame of the desk. */
export async function answerFrame(actor: Actor, id: string): Promise<Response> {
	const story = await getPreviewStory(actor, id);
	const document = await previewDocument(story, {
		folderOf: (picture) => `/api/media/${picture}`,
		until: `第 ${story.article.revision} 稿`,
	});
	return renderLoose(document, { isFramed: true });
}

interface Showing {
	folderOf: (pictureId: string) => string;
	/** The end of the banner. */
	until: string;
}

/** The page that readers would get, by the function that makes it for them, with a line above it that says what it is. */
async function previewDocument(story: PreviewStory, { folderOf, until }: Showing): Promise<ReaderDocument> {
	const shell = await readShell();
	if (!shell) throw new Error('There is no paper');
	const view = await readArticleView(shell.paper, story.article, () => readAroundPreview(story, folderOf));
	return {
		...articleDocument(shell.paper, view),
		banner: <PreviewBanner words={['预览', readersHaveWords[story.readersHave], until]} />,
	};
}

function lapsedDocument(why: Lapse): ReaderDocument {
	return {
		title: '预览已失效',
		path: '/preview',
		faces: { head: ['预览已失效'] },
		body: (
			<section className="notice">
				<h1 className="notice-head">预览已失效</h1>
				<p>{lapseSentences[why]}</p>
				<p>
					<a href="/">回首页</a>
				</p>
			</section>
		),
	};
}

/** As any address that there is not. */
async function answerMissing(path: string): Promise<Response> {
	const { status, headers, body } = await renderLost(path, pages);
	return new Response(body as string, { status, headers: { ...headers, ...loose() } });
}

function refuse(status: number, sentence: string): Response {
	const { headers, body } = plainAnswer(status, sentence);
	return new Response(body as string, { status, headers: { ...headers, ...loose() } });
}

function loose(): Record<string, string> {
	return {
		...readerSecurityHeaders(),
		'Cache-Control': 'no-store',
		'Referrer-Policy': 'no-referrer',
		'X-Robots-Tag': 'noindex',
	};
}
