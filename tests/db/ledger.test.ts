import { beforeAll, describe, expect, it } from 'vitest';
import { getCheckSettings } from '@/lib/check/read';
import { db } from '@/lib/db';
import { publishEdition } from '@/lib/edition/publish';
import { newId } from '@/lib/id';
import { proposeTitles } from '@/lib/reporter/ledger/feed/write';
import { listLedger } from '@/lib/reporter/ledger/read';
import { LedgerFilters } from '@/lib/reporter/ledger/schema';
import {
	addPerson,
	addTitle,
	confirmTitle,
	mergePeople,
	rejectTitle,
	restorePerson,
	retirePerson,
} from '@/lib/reporter/ledger/write';
import { consumeOutbox } from '@/lib/site/outbox';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { laidOut, locked } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false, paperId: newId() });
});

const ledgerOf = (filters: object = {}) => listLedger(newsroom.actors.desk_editor, LedgerFilters.parse(filters));
const open = { from: '', to: '' };

async function actsOn(subjectId: string) {
	const rows = await db.trace.findMany({ where: { subjectId, subjectType: 'person' }, orderBy: { seq: 'asc' } });
	return rows.map(({ act, actorName }) => `${actorName} ${act}`);
}

describe('what was published', () => {
	it('proposes the offices that it names, once, by way of the outbox', async () => {
		const { id, articles } = await laidOut(newsroom, '2027-04-01', [
			[
				{
					headline: '一粒米里的新文章',
					bylines: [{ role: 'author', name: '罗清平', office: '澄湖区青禾镇党委书记', reporterId: null }],
					body: { type: 'doc', content: [p('区水利局局长贺云升说，渠通了。青禾镇党委书记罗清平也来了。')] },
				},
			],
		]);
		await locked(newsroom, id);
		await publishEdition(newsroom.actors.chief_on_duty, { id });
		while (await consumeOutbox());
		const { rows, proposed } = await ledgerOf();
		expect(rows.map(({ name, titles }) => [name, titles.map(({ title }) => title)])).toEqual([
			['贺云升', ['区水利局局长']],
			['罗清平', ['澄湖区青禾镇党委书记']],
		]);
		expect(proposed).toBe(2);
		expect(rows[0]?.titles[0]?.source).toEqual({ articleId: articles[0]?.id, headline: '一粒米里的新文章' });
		await db.$transaction((tx) =>
			proposeTitles(
				tx,
				newsroom.paperId,
				articles.map((article) => article.id),
			),
		);
		expect((await ledgerOf()).proposed).toBe(2);
		expect(await actsOn(rows[0]?.id ?? '')).toEqual(['系统 ledger.propose']);
	});

	it('counts for the checks once somebody confirms it, on the days that he says', async () => {
		const { desk_editor } = newsroom.actors;
		const { rows } = await ledgerOf();
		const [he, luo] = rows;
		const peopleOf = async () => (await getCheckSettings(db, newsroom.paperId, 'none')).people;
		expect(await peopleOf()).toEqual([]);
		const title = luo?.titles[0];
		await confirmTitle(desk_editor, { id: title?.id ?? '', title: '澄湖区青禾镇党委书记', from: '2022-03-01', to: '' });
		expect(await peopleOf()).toEqual([
			{ name: '罗清平', titles: [{ title: '澄湖区青禾镇党委书记', from: '2022-03-01', to: null }] },
		]);
		await rejectTitle(desk_editor, { id: he?.titles[0]?.id ?? '' });
		expect((await ledgerOf()).rows).toEqual([]);
		// What was rejected is not proposed again.
		const { articleId } = await db.publication.findFirstOrThrow({ where: { paperId: newsroom.paperId } });
		await db.$transaction((tx) => proposeTitles(tx, newsroom.paperId, [articleId]));
		expect((await ledgerOf()).proposed).toBe(0);
		expect(await actsOn(luo?.id ?? '')).toEqual(['系统 ledger.propose', `${desk_editor.name} ledger.confirm`]);
	});
});

describe('people', () => {
	it('are put down by hand, get further offices, retire and come back', async () => {
		const { desk_editor } = newsroom.actors;
		const { id } = await addPerson(desk_editor, { name: '秦望舒', note: '', title: '开发区党工委书记', ...open });
		await addTitle(desk_editor, { personId: id, title: '开发区管委会主任', ...open });
		await expect(addTitle(desk_editor, { personId: id, title: '开发区管委会主任', ...open })).rejects.toMatchObject({
			code: 'taken',
		});
		await retirePerson(desk_editor, { id });
		await expect(retirePerson(desk_editor, { id })).rejects.toMatchObject({ code: 'wrong-state' });
		expect((await ledgerOf({ tab: 'used', q: '秦' })).rows).toEqual([]);
		await restorePerson(desk_editor, { id });
		expect((await ledgerOf({ tab: 'used', q: 'wang shu' })).rows.map(({ name }) => name)).toEqual(['秦望舒']);
		expect((await actsOn(id)).map((act) => act.split(' ')[1])).toEqual([
			'ledger.add',
			'ledger.update',
			'ledger.retire',
			'ledger.restore',
		]);
	});

	it('who are one person are merged, titles of both kept once', async () => {
		const { desk_editor } = newsroom.actors;
		const add = (title: string) => addPerson(desk_editor, { name: '向晨', note: '', title, ...open });
		const [a, b] = [await add('北桥街道党工委书记'), await add('北桥街道党工委书记')];
		await addTitle(desk_editor, { personId: b.id, title: '北桥街道办事处主任', ...open });
		expect((await ledgerOf({ tab: 'used', q: '向晨' })).rows.map(({ namesakes }) => namesakes.length)).toEqual([1, 1]);
		await mergePeople(desk_editor, { id: b.id, into: a.id });
		const { rows } = await ledgerOf({ tab: 'used', q: '向晨' });
		expect(rows.map(({ titles }) => titles.map(({ title }) => title).sort())).toEqual([
			['北桥街道党工委书记', '北桥街道办事处主任'],
		]);
		const { id: other } = await addPerson(desk_editor, { name: '计海生', note: '', title: '芦塘镇镇长', ...open });
		await expect(mergePeople(desk_editor, { id: other, into: a.id })).rejects.toMatchObject({ code: 'invalid' });
	});

	it('are for desk editors and up', async () => {
		const { actors } = newsroom;
		for (const role of ['reporter', 'proofreader', 'page_editor', 'admin'] as const) {
			await expect(listLedger(actors[role], LedgerFilters.parse({})), role).rejects.toMatchObject({
				code: 'forbidden',
			});
			await expect(rejectTitle(actors[role], { id: 'none' }), role).rejects.toMatchObject({ code: 'forbidden' });
		}
	});
});
