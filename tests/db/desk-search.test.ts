import { beforeAll, describe, expect, it } from 'vitest';
import { saveArticle } from '@/lib/article/write';
import { db } from '@/lib/db';
import { newId } from '@/lib/id';
import { type Found, findOnDesk } from '@/lib/search/read';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
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
