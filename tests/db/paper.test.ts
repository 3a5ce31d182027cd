import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { getHouse, getPaperSettings } from '@/lib/edition/paper/read';
import { PaperInput } from '@/lib/edition/paper/schema';
import { changePaper } from '@/lib/edition/paper/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';

let newsroom: Newsroom;

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

describe('changePaper', () => {
	it('changes what the paper says of itself, in the trace and for every page of the site', async () => {
		const { admin } = newsroom.actors;
		const before = await getPaperSettings(admin);
		const imprint = { ...before.imprint, price: '每份 2 元' };
		await changePaper(admin, { ...before, imprint });
		expect((await getHouse(admin)).imprint).toEqual(imprint);
		expect(await db.trace.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({
			act: 'paper.change',
			detail: { before: { price: '每份 1.50 元' }, after: { price: '每份 2 元' } },
		});
		expect(await db.outbox.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
			event: 'paper.change',
			touched: ['paper'],
		});
	});

	it('leaves no trace where nothing was changed', async () => {
		const { admin } = newsroom.actors;
		const traces = await db.trace.count();
		await changePaper(admin, await getPaperSettings(admin));
		expect(await db.trace.count()).toBe(traces);
	});

	it('is for administrators alone', async () => {
		const settings = await getPaperSettings(newsroom.actors.admin);
		const { chief_on_duty } = newsroom.actors;
		await expect(changePaper(chief_on_duty, settings)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(getPaperSettings(chief_on_duty)).rejects.toMatchObject({ code: 'forbidden' });
	});
});

it('takes numbers and addresses only as they are written', async () => {
	const settings = await getPaperSettings(newsroom.actors.admin);
	const wrong = (part: object) =>
		PaperInput.safeParse({ ...settings, ...part }).error?.issues.map(({ message }) => message);
	expect(wrong({ cnNumber: '1234' })).toEqual(['应如 CN 00-0000：CN、两位地区号、四位序号']);
	expect(wrong({ imprint: { ...settings.imprint, postcode: '12' } })).toEqual(['邮政编码是六位数字']);
	expect(wrong({ footer: { ...settings.footer, reportUrl: 'javascript:alert(1)' } })).toHaveLength(1);
	expect(wrong({ name: ' ' })).toEqual(['请填写报名']);
	expect(wrong({})).toBeUndefined();
});
