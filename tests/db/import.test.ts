import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyLimits, plainText } from '@/lib/article/body';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { importLimits } from '@/lib/import/limits';
import { type Imported, importArticle, importIntoArticle } from '@/lib/import/write';
import { publicInternet, type Reach } from '@/lib/media/web';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { docxOf, numbered, para, picturePara, wordNumbering, wordStyles, zipOf } from '../docx-file';
import { draft } from '../factories';

let newsroom: Newsroom;
let writer: Actor;
let jpeg: Buffer;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	writer = newsroom.actors.reporter;
	jpeg = await sharp({ create: { width: 500, height: 300, channels: 3, background: '#964' } })
		.jpeg()
		.toBuffer();
});

interface Ways {
	actor?: Actor;
	requestId?: string;
	reach?: Reach;
}

const take = (
	filename: string,
	bytes: Uint8Array,
	{ actor = writer, requestId = crypto.randomUUID(), reach = publicInternet }: Ways = {},
): Promise<Imported> => importArticle(actor, bytes, { filename, requestId }, reach);

async function storedOf(id: string) {
	const { current, ...article } = await db.article.findUniqueOrThrow({
		where: { id },
		include: { current: { include: { bylines: { orderBy: { order: 'asc' } } } } },
	});
	return { ...article, ...current };
}

const styled = { styles: wordStyles, numbering: wordNumbering };
const picture = {
	relations: [{ id: 'p1', type: 'image', target: 'media/image1.jpeg' }],
	parts: () => [{ name: 'word/media/image1.jpeg', data: jpeg }],
};

describe('a document', () => {
	it('becomes a draft with its head, its blocks, its pictures, and a line in the record', async () => {
		const body = [
			para('环湖步道建设走完最后一公里', { look: '<w:jc w:val="center"/>' }),
			para('湖边的路修好了', { look: '<w:pStyle w:val="a3"/>' }),
			para('□ 本报记者 沈知远　通讯员 汪立群', { look: '<w:jc w:val="center"/>' }),
			para('本报讯（记者 沈知远）环湖步道昨天全线贯通，走一圈要两个小时。'),
			picturePara('p1', { alt: '步道上的人' }),
			para('图：清晨的步道。程野 摄'),
			para('怎么走', { look: '<w:pStyle w:val="2"/>' }),
			para('从北桥进。', { look: numbered(1) }),
			para('从柳浦出。', { look: numbered(1) }),
		].join('');
		const file = docxOf({ ...styled, body, relations: picture.relations, parts: picture.parts() });
		const imported = await take('湖边的路.docx', file);
		expect(imported).toMatchObject({ headline: '湖边的路修好了', pictures: 1, remarks: [] });
		expect(imported.recognised).toEqual(['引题', '主题', '署名 2 人', '电头']);
		const stored = await storedOf(imported.id);
		expect(stored).toMatchObject({
			state: 'draft',
			revision: 1,
			kicker: '环湖步道建设走完最后一公里',
			dateline: '本报讯（记者 沈知远）',
		});
		expect(stored.bylines.map(({ role, name, reporterId }) => [role, name, reporterId !== null])).toEqual([
			['reporter', '沈知远', (await db.reporter.count({ where: { name: '沈知远' } })) === 1],
			['correspondent', '汪立群', (await db.reporter.count({ where: { name: '汪立群' } })) === 1],
		]);
		const { content } = stored.body as { content: { type: string; attrs?: object }[] };
		expect(content.map((block) => block.type)).toEqual(['paragraph', 'figure', 'subhead', 'orderedList']);
		expect(content[1]?.attrs).toMatchObject({ caption: '清晨的步道。', credit: '程野 摄', alt: '步道上的人' });
		expect(await db.mediaAsset.count({ where: { id: (content[1]!.attrs as { media: string }).media } })).toBe(1);
		const traces = await db.trace.findMany({ where: { subjectId: imported.id } });
		expect(traces).toHaveLength(1);
		expect(traces[0]).toMatchObject({
			act: 'article.import',
			subject: '湖边的路修好了',
			after: stored.hash,
			actorId: writer.userId,
			detail: { file: '湖边的路.docx', pictures: 1 },
		});
	});

	it('that is sent twice is one draft', async () => {
		const requestId = crypto.randomUUID();
		const [one, two] = [
			await take('a.txt', Buffer.from('一句话。'), { requestId }),
			await take('a.txt', Buffer.from('一句话。'), { requestId }),
		];
		expect(two.id).toBe(one.id);
		expect(await db.trace.count({ where: { subjectId: one.id } })).toBe(1);
	});

	it('loses no word with a picture that cannot be taken, and says why', async () => {
		const relations = [
			{ id: 'p1', type: 'image', target: 'media/image1.emf' },
			{ id: 'p2', type: 'image', target: 'media/image2.jpeg' },
		];
		const parts = [
			{ name: 'word/media/image1.emf', data: 'EMF' },
			{ name: 'word/media/image2.jpeg', data: 'no picture' },
		];
		const body = `${picturePara('p1')}${para('图：一张示意图。')}${picturePara('p2')}${para('后文。')}`;
		const { id, remarks } = await take('图.docx', docxOf({ ...styled, body, relations, parts }));
		expect(remarks).toEqual([
			expect.stringMatching(/^第 1 张图片没有带入：它是 EMF.*PNG/),
			expect.stringMatching(/^第 2 张图片没有带入：这不是图片文件/),
			'没有认出标题，请自己写上。',
		]);
		expect((await storedOf(id)).text).toBe('一张示意图。\n后文。');
		expect((await db.trace.findFirstOrThrow({ where: { subjectId: id } })).detail).toMatchObject({ remarks });
	});

	it('may be text, Markdown or HTML', async () => {
		const txt = await take(
			'稿.txt',
			Buffer.from('bafeb1dfb5c4c2b70a0abbb7bafeb2bdb5c0d7f2ccecc8abcfdfb9e1cda8a1a3', 'hex'),
		);
		expect(txt.headline).toBe('湖边的路');
		const md = await take(
			'稿.md',
			Buffer.from('# 湖边的路\n\n## 怎么走\n\n1. 北桥\n2. 柳浦\n\n<script>alert(1)</script>'),
		);
		expect(plainText((await storedOf(md.id)).body as never)).toBe('怎么走\n北桥\n柳浦');
		const html = await take(
			'稿.html',
			Buffer.from(
				'<meta charset=utf-8><h1>湖边的路</h1><p>昨天<b>贯通</b>，<a href="/desk">看</a>。</p><video src="a.mp4"></video>',
			),
		);
		expect(html.remarks).toEqual(['没有带过来：1 个视频。']);
		expect(JSON.stringify((await storedOf(html.id)).body)).not.toContain('href');
	});

	it('brings pictures of the web along where they may be reached', async () => {
		const server = http.createServer((_request, response) => response.end(jpeg)).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const here: Reach = { mayReach: (address, to) => address === '127.0.0.1' && to === port, resolve: async () => [] };
		const html = `<h1>题</h1><p>文字。</p><img src="http://127.0.0.1:${port}/a.jpg"><img src="http://10.0.0.1/b.jpg"><img src="blob:x">`;
		const { pictures, remarks } = await take('网.html', Buffer.from(html), { reach: here });
		expect(pictures).toBe(1);
		expect(remarks).toEqual([
			expect.stringMatching(/^第 2 张.*不在公开的网络上/),
			expect.stringMatching(/^第 3 张.*只在原来的网页里/),
		]);
		server.close();
	});
});

describe('a file for an open article', () => {
	it('gives its content, makes no article, and is in the record of that one', async () => {
		const { id } = await draft(writer);
		const before = await db.article.count();
		const { content } = await importIntoArticle(writer, Buffer.from('# 题目\n\n文字。'), {
			filename: 'a.md',
			requestId: crypto.randomUUID(),
			articleId: id,
		});
		expect([content.headline, plainText(content.body)]).toEqual(['题目', '文字。']);
		expect(await db.article.count()).toBe(before);
		expect(await db.trace.count({ where: { subjectId: id, act: 'article.import' } })).toBe(1);
	});

	it('is for those who may write it', async () => {
		const { id } = await draft(writer);
		const notes = { filename: 'a.md', requestId: crypto.randomUUID(), articleId: id };
		await expect(importIntoArticle(newsroom.actors.proofreader, Buffer.from('文字。'), notes)).rejects.toMatchObject({
			code: 'forbidden',
		});
		await expect(
			importIntoArticle(writer, Buffer.from('文字。'), { ...notes, articleId: 'nothing' }),
		).rejects.toMatchObject({ code: 'not-found' });
		await expect(take('a.md', Buffer.from('文字。'), { actor: newsroom.actors.proofreader })).rejects.toMatchObject({
			code: 'forbidden',
		});
	});
});

describe('a hostile or wrong file', () => {
	const bomb = (name: string) =>
		zipOf([
			{ name: 'word/document.xml', data: '<w:document/>' },
			{ name, data: Buffer.alloc(30 * 1024 * 1024) },
		]);
	const entity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
	const laughs = `<!DOCTYPE w [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${'bcdefgh'
		.split('')
		.map((name, index) => `<!ENTITY ${name} "${`&${'abcdefg'[index]};`.repeat(10)}">`)
		.join('')}]>`;
	const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(3000)}${para('深')}${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`;

	it.each<[string, string, () => Uint8Array, RegExp]>([
		['a zip bomb', 'a.docx', () => bomb('word/media/a.bin'), /超过 200 倍/],
		['a bomb of XML', 'a.docx', () => bomb('word/styles.xml'), /最多 24 MB|超过 200 倍/],
		[
			'a claim of 200 MB',
			'a.docx',
			() => zipOf([{ name: 'word/document.xml', data: 'x', claims: 200 * 1024 * 1024 }]),
			/最多 120 MB/,
		],
		['an external entity', 'a.docx', () => docxOf({ body: para('&x;'), prologue: entity }), /不允许的声明/],
		[
			'an external entity in the styles',
			'a.docx',
			() => docxOf({ body: para('文'), parts: [{ name: 'word/styles.xml', data: `${entity}<w:styles/>` }] }),
			/不允许的声明/,
		],
		['a billion laughs', 'a.docx', () => docxOf({ body: para('&h;'), prologue: laughs }), /不允许的声明/],
		[
			'XML that does not end',
			'a.docx',
			() => zipOf([{ name: 'word/document.xml', data: '<w:document><w:body>' }]),
			/没有文字|读不出来|损坏/,
		],
		['tables in tables, 3,000 deep', 'a.docx', () => docxOf({ body: deep }), /读不出来|没有文字|读不了/],
		['a file cut short', 'a.docx', () => docxOf({ body: para('文') }).subarray(0, 700), /不完整或已经损坏/],
		['a renamed zip', 'a.docx', () => zipOf([{ name: '照片.jpg', data: 'x' }]), /只是一个压缩包/],
		['a renamed spreadsheet', 'a.docx', () => zipOf([{ name: 'xl/workbook.xml', data: '<x/>' }]), /Excel 表格/],
		[
			'an encrypted document',
			'a.docx',
			() => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
			/打开密码/,
		],
		['an old document', 'a.doc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /另存为 \.docx/],
		['a PDF', 'a.pdf', () => Buffer.from('%PDF-1.7'), /PDF 还不能直接导入/],
		['nothing', 'a.txt', () => Buffer.alloc(0), /空的/],
		['only spaces', 'a.txt', () => Buffer.from(' \n\t'), /没有文字/],
	])('%s ends in words, in time, and makes nothing', async (_name, filename, make, words) => {
		const [articles, bytes, began] = [await db.article.count(), make(), Date.now()];
		const outcome = await take(filename, bytes).then(
			() => 'taken',
			(error: Error) => error.message,
		);
		expect(outcome).toMatch(words);
		expect(Date.now() - began).toBeLessThan(importLimits.milliseconds + 5000);
		expect(await db.article.count()).toBe(articles);
	});

	it('that links to pictures elsewhere makes no connection', async () => {
		let hits = 0;
		const canary = http.createServer((_request, response) => {
			hits++;
			response.end(jpeg);
		});
		canary.listen(0, '127.0.0.1');
		await once(canary, 'listening');
		const target = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/pixel.png`;
		const relations = [
			{ id: 'p1', type: 'image', target, external: true },
			{ id: 'p2', type: 'attachedTemplate', target, external: true },
			{ id: 'p3', type: 'image', target: 'file:///etc/passwd', external: true },
		];
		const body = `${picturePara('p1', { how: 'link' })}${picturePara('p1')}${picturePara('p3', { how: 'link' })}${para('后文。')}`;
		const { id, remarks } = await take('链.docx', docxOf({ ...styled, body, relations }));
		expect(hits).toBe(0);
		expect(remarks[0]).toMatch(/只有链接的图片 2 张没有带入/);
		expect((await storedOf(id)).text).toBe('后文。');
		canary.close();
	});
});

describe('limits', () => {
	it.each([
		[bodyLimits.blocks, 'taken'],
		[
			bodyLimits.blocks + 1,
			`这个文件有 ${bodyLimits.blocks + 1} 段，一篇稿件最多 ${bodyLimits.blocks} 段。请拆成几个文件再导入。`,
		],
	])('%i paragraphs', async (count, expected) => {
		const outcome = await take('长.txt', Buffer.from('一段话在这里。\n'.repeat(count))).then(
			() => 'taken',
			(error: Error) => error.message,
		);
		expect(outcome).toBe(expected);
	});

	it.each([
		[bodyLimits.textLength, /^taken$/],
		[bodyLimits.textLength + 1, /一篇稿件最多 60000 字/],
	])('%i characters', async (count, expected) => {
		const outcome = await take('长.txt', Buffer.from('湖'.repeat(count))).then(
			() => 'taken',
			(error: Error) => error.message,
		);
		expect(outcome).toMatch(expected);
	});

	it.each([
		[importLimits.textBytes, /最多 60000 字/],
		[importLimits.textBytes + 1, /文字文件最大 2 MB/],
		[importLimits.bytes, /文字文件最大 2 MB/],
		[importLimits.bytes + 1, /文件最大 20 MB/],
	])('%i bytes of text', async (count, expected) => {
		const outcome = await take('大.txt', Buffer.alloc(count, 'a')).then(
			() => 'taken',
			(error: Error) => error.message,
		);
		expect(outcome).toMatch(expected);
	});
});
