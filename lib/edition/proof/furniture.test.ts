import { describe, expect, it } from 'vitest';
import type { Brief } from '@/lib/makeup/sheet';
import { creditsFrom } from './credits';
import { checkFurniture, type FurnitureFacts } from './furniture';
import { checkLock, type LockFacts, lockRefusal } from './lock-check';

const plate = { kind: 'nameplate' as const, x: 0, y: 0, w: 142, h: 11 };
const brief = (overrides: Partial<Brief> = {}): Brief => ({
	...{ version: 1, grid: '四开', anchors: [plate], stories: [] },
	page: { no: 1, name: '要闻', date: '2026-11-22', paper: '澄湖日报' },
	...overrides,
});
const imprint = {
	...{ authority: '宣传部', publisher: '日报社', chiefEditor: '甲', address: '湖滨路 1 号', postcode: '000000' },
	...{ phone: '000', price: '每份 1.50 元', printer: '澄湖印务' },
};
const facts = (overrides: Partial<FurnitureFacts> = {}): FurnitureFacts => ({
	brief: brief(),
	page: { no: 1, name: '要闻' },
	edition: { date: '2026-11-22', issueNo: 8122, pageNos: [1, 2, 3, 4], issueBefore: 8121, issueAfter: 8123 },
	house: { name: '澄湖日报', cnNumber: 'CN 00-0000', sponsor: '融媒体中心', imprint },
	credits: { editor: '甲', layout: '乙', proof: '丙' },
	...overrides,
});
const errors = (of: FurnitureFacts) => checkFurniture(of).flatMap(({ ok, says }) => (ok ? [] : [says]));

describe('checkFurniture', () => {
	it('finds nothing wrong with a sound page, and says what it saw', () => {
		expect(errors(facts())).toEqual([]);
		expect(checkFurniture(facts()).map(({ says }) => says)).toContain('日期：2026年11月22日 星期日');
		expect(errors(facts({ edition: { ...facts().edition, issueBefore: null, issueAfter: null } }))).toEqual([]);
	});

	const { edition, house } = facts();
	const second = { no: 2, name: '综合' };
	it.each<[Partial<FurnitureFacts>, string]>([
		[{ brief: brief({ anchors: [] }) }, '1版没有报头'],
		[{ page: second, brief: brief({ page: { ...brief().page, ...second } }) }, '2版不该有报头'],
		[{ page: { no: 1, name: '头版' } }, '请重新出样'],
		[{ edition: { ...edition, date: '2026-11-23' } }, '这一期是 2026年11月23日 星期一'],
		[{ edition: { ...edition, issueBefore: 8120 } }, '前一期是第 8120 期'],
		[{ edition: { ...edition, issueBefore: 8122 } }, '前一期是第 8122 期'],
		[{ edition: { ...edition, issueAfter: 8122 } }, '后一期是第 8122 期'],
		[{ edition: { ...edition, pageNos: [1, 2, 4] } }, '版次不连续：1、2、4'],
		[{ house: { ...house, cnNumber: ' ' } }, '版权信息缺国内统一连续出版物号，'],
		[{ house: { ...house, sponsor: '', imprint: { ...imprint, price: '' } } }, '版权信息缺主办单位、定价，'],
		...Object.keys(imprint).map((part): [Partial<FurnitureFacts>, string] => [
			{ house: { ...house, imprint: { ...imprint, [part]: '' } } },
			'版权信息缺',
		]),
		[{ credits: { editor: '甲', layout: '', proof: '' } }, '责任行缺版式、校对'],
	])('%o: %s', (wrong, sentence) => {
		const found = errors(facts(wrong));
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(sentence);
	});
});

describe('creditsFrom', () => {
	const proof = (stage: 'first_proof' | 'second_proof' | 'third_proof', actorName: string) => ({
		...{ number: 1, stage, pulledById: null },
		signature: { actorId: actorName, actorName, note: '' },
	});
	const page = {
		...{ credits: { editor: '', layout: '', proof: '' }, holder: '', puller: '丁', stage: 'third_proof' as const },
		proofs: [proof('first_proof', '甲'), proof('second_proof', '乙'), proof('third_proof', '甲')],
	};

	it('takes who made and read the page, and leaves what is written', () => {
		expect(creditsFrom(page)).toEqual({ editor: '丁', layout: '丁', proof: '甲 乙' });
		expect(creditsFrom({ ...page, holder: '戊' }).editor).toBe('戊');
		const written = { editor: '一', layout: '二', proof: '三' };
		expect(creditsFrom({ ...page, credits: written, holder: '戊' })).toEqual(written);
	});
});

describe('checkLock', () => {
	const story = { id: 'a', headline: '头条', state: 'placed' as const, hash: 'h' };
	const sound: LockFacts = {
		clean: { hash: 'x', articles: [{ id: 'a', revision: 1, hash: 'h' }] },
		...{ hashNow: 'x', stories: [story], overset: 0, holes: 0, whyHoles: '', furniture: [] },
	};

	it('finds nothing wrong with a sound page', () => {
		expect(lockRefusal(checkLock(sound))).toBeUndefined();
		expect(lockRefusal(checkLock({ ...sound, stories: [{ ...story, state: 'locked' }] }))).toBeUndefined();
		expect(lockRefusal(checkLock({ ...sound, holes: 3, whyHoles: '留给公告' }))).toBeUndefined();
	});

	it.each<[Partial<LockFacts>, RegExp]>([
		[{ hashNow: 'y' }, /版面又改了/],
		[{ stories: [] }, /还没有稿件/],
		[{ stories: [{ ...story, state: 'final_review' }] }, /《头条》修改后还没有签发/],
		[{ stories: [{ ...story, hash: 'other' }] }, /《头条》在清样之后改过/],
		[{ stories: [story, { ...story, id: 'b', headline: '新来' }] }, /《新来》在清样之后改过/],
		[{ overset: 1 }, /1 篇稿件的文字放不下/],
		[{ holes: 3 }, /余空 3 行/],
		[{ furniture: [{ ok: false, says: '缺电话' }] }, /还不能付印：缺电话。/],
	])('%o: %s', (wrong, sentence) => {
		expect(lockRefusal(checkLock({ ...sound, ...wrong }))).toMatch(sentence);
	});
});
