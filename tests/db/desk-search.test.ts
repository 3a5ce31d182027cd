import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { listArticles } from '@/lib/article/list/read';
import { saveArticle } from '@/lib/article/write';
import { db } from '@/lib/db';
import { newId } from '@/lib/id';
import { addPicture } from '@/lib/media/write';
import { type Found, findOnDesk, findStories } from '@/lib/search/read';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { figure, p } from '@/prisma/seed/story';
import { content, draft, searchable } from '../factories';

let newsroom: Newsroom;
let story: { id: string };

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	story = await draft(newsroom.actors.reporter, { headline: '环湖步道贯通\nGDP看涨' });
	const { paperId } = newsroom.actors.admin;
	const edition = await db.edition.create({
		data: { id: newId(), paperId, date: new Date('2026-11-28'), issueNo: 9100 },
	});
	const pages = ['要闻', '城乡', '副刊'].map((name, at) => ({
		id: newId(),
		paperId,
		editionId: edition.id,
		no: at + 1,
		name,
	}));
	await db.page.createMany({ data: pages });
	await db.reporter.create({
		data: { id: newId(), paperId, name: '纪澄远', pinyin: 'ji cheng yuan', department: '时政部' },
	});
	await db.column.create({ data: { id: newId(), paperId, slug: 'hupan-yehua', name: '湖畔夜话', order: 90 } });
});

const find = (query: string, actor = newsroom.actors.desk_editor) => findOnDesk(actor, { query });
const names = (found: Found[], kind: Found['kind']) => found.filter((one) => one.kind === kind).map(({ name }) => name);

describe('findOnDesk', () => {
	it('finds stories by a part of the title in any case, or by the number', async () => {
		const [byTitle] = await find('gdp看');
		expect(byTitle).toMatchObject({
			kind: 'article',
			name: '环湖步道贯通 GDP看涨',
			href: `/desk/article/${story.id}`,
		});
		expect(names(await find(story.id), 'article')).toEqual(['环湖步道贯通 GDP看涨']);
	});

	it('takes marks of patterns as they are', async () => {
		expect(names(await find('%'), 'article')).toEqual([]);
	});

	it.each(['2026-11-28', '11月28日', '9100期'])('finds all pages of a day by %s', async (query) => {
		expect(names(await find(query), 'page')).toEqual(['第01版 要闻', '第02版 城乡', '第03版 副刊']);
	});

	it('finds pages by name, the latest day first', async () => {
		const [page] = (await find('城乡')).filter(({ kind }) => kind === 'page');
		expect(page).toMatchObject({ detail: '2026-11-28，未出版', href: '/desk/edition/2026-11-28/2' });
	});

	it('finds reporters by name and initials, columns by name and slug', async () => {
		expect(names(await find('jcy'), 'person')).toEqual(['纪澄远']);
		expect(names(await find('湖畔'), 'column')).toEqual(['湖畔夜话']);
		expect(names(await find('PAN-Y'), 'column')).toEqual(['湖畔夜话']);
	});

	it('shows a reporter own stories only, and accounts to those who manage them', async () => {
		const { reporter, admin, desk_editor } = newsroom.actors;
		const other = { ...reporter, userId: newId() };
		expect(names(await find('环湖步道贯通', other), 'article')).toEqual([]);
		expect(names(await find('环湖步道贯通', reporter), 'article')).toHaveLength(1);
		const accounts = (found: Found[]) => found.filter(({ href }) => href.startsWith('/desk/user/'));
		expect(accounts(await find(desk_editor.name, admin))).toMatchObject([{ name: desk_editor.name }]);
		expect(accounts(await find(desk_editor.name))).toEqual([]);
	});

	it('keeps to the own paper, and finds nothing for nothing', async () => {
		const elsewhere = { ...newsroom.actors.chief_editor, paperId: newId() };
		expect(await find('环湖步道贯通', elsewhere)).toEqual([]);
		expect(await find('  ')).toEqual([]);
	});

	it('leads to the list where it finds more stories than it shows', async () => {
		const { desk_editor } = newsroom.actors;
		for (let n = 1; n <= 5; n++) await draft(desk_editor, { headline: `渔火 ${n}` });
		await searchable();
		expect(names(await find('渔火'), 'article')).toHaveLength(5);
		await draft(desk_editor, { headline: '渔火 6' });
		await searchable();
		const stories = (await find('渔火')).filter(({ kind }) => kind === 'article');
		expect(stories).toHaveLength(6);
		expect(stories.at(-1)).toMatchObject({
			name: '含“渔火”的全部稿件',
			href: `/desk/article?${new URLSearchParams({ q: '渔火' })}`,
		});
	});

	it('finds by what stands in a text, titles first, drafts to who may read them', async () => {
		const { reporter } = newsroom.actors;
		const body = { type: 'doc' as const, content: [p('芦苇荡里的白鹭回来了。')] };
		const inText = await draft(reporter, { headline: '候鸟来信', body });
		const inTitle = await draft(reporter, { headline: '白鷺图' });
		await searchable();
		expect(names(await find('白鹭'), 'article')).toEqual(['白鷺图', '候鸟来信']);
		expect(names(await find('蘆葦蕩里', reporter), 'article')).toEqual(['候鸟来信']);
		expect(names(await find('白鹭', { ...reporter, userId: newId() }), 'article')).toEqual([]);
		expect(names(await find('鷺'), 'article')).toEqual(['白鷺图']);
		await saveArticle(reporter, {
			...{ id: inText.id, baseRevision: inText.revision, requestId: crypto.randomUUID() },
			content: content({ headline: '候鸟来信', body: { type: 'doc', content: [p('改写过。')] } }),
		});
		await searchable();
		expect(names(await find('芦苇荡'), 'article')).toEqual([]);
		expect(await db.searchDoc.count({ where: { articleId: { in: [inText.id, inTitle.id] } } })).toBe(2);
	});
});

describe('the story list', () => {
	const list = async (query: string, actor = newsroom.actors.desk_editor, filters = {}) => {
		const { where } = await findStories(actor, query);
		return (await listArticles(actor, filters, where)).rows.map(({ headline }) => headline);
	};

	it('finds a draft by text, byline and caption, however they are written, before and after it is indexed', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const square = { width: 900, height: 600, channels: 3 as const, background: '#345' };
		const jpeg = await sharp({ create: square }).jpeg().toBuffer();
		const { id: mediaId } = await addPicture(desk_editor, jpeg, { filename: 'x.jpg' });
		const { id } = await draft(reporter, {
			headline: '候補名單',
			bylines: [{ role: 'correspondent', name: '欧阳观澜', office: '', reporterId: null }],
			body: { type: 'doc', content: [p('沿著堤岸装了５Ｇ基站。'), figure(mediaId, '萬頃稻浪', '程野 摄', '')] },
		});
		expect(await list('候補名單')).toEqual(['候補名單']);
		await searchable();
		for (const query of ['沿着堤岸', '5G基站', '歐陽觀瀾', '万顷稻浪', '候补名单', '基站 稻浪', id])
			expect([query, await list(query)]).toEqual([query, ['候補名單']]);
		expect(await list('基站 没有的词')).toEqual([]);
		expect(await list('5G基站', reporter)).toEqual(['候補名單']);
		expect(await list('5G基站', { ...reporter, userId: newId() })).toEqual([]);
		expect(await list('5G基站', { ...desk_editor, paperId: newId() })).toEqual([]);
		expect(await list('5G基站', desk_editor, { state: 'submitted' })).toEqual([]);
		expect(await list('%')).toEqual([]);
		expect(await list('\u200b')).toEqual([]);
	});
});
