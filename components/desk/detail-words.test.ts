import { describe, expect, it } from 'vitest';
import { actName } from './act-words';
import { detailWords } from './detail-words';

describe('detailWords', () => {
	it.each([
		['article.submit', { from: 'draft', to: 'submitted', revision: 3 }, '草稿→待初审 第 3 稿'],
		[
			'article.return',
			{ from: 'submitted', to: 'returned', revision: 2, note: '缺数据' },
			'待初审→退稿 第 2 稿 附言：缺数据',
		],
		['article.save', { revision: 4 }, '第 4 稿'],
		[
			'article.publish',
			{ from: 'placed', to: 'published', revision: 1, date: '2026-11-22' },
			'已上版→已刊发 2026-11-22 第 1 稿',
		],
		['article.place', { date: '2026-11-22', no: 1, priority: 2 }, '2026-11-22 1版 重要'],
		['article.movePlacement', { date: '2026-11-22', from: 1, no: 3 }, '2026-11-22 1版→3版'],
		[
			'page.print',
			{ press: 'pdfx', bleed: true, marks: false, source: 'makeup', bytes: 2048 },
			'CMYK，PDF/X-3，出血，无裁切线，未付印 2 KB',
		],
		['edition.create', { issueNo: 8123, pages: ['要闻', '综合'] }, '第 8123 期 2 版：要闻、综合'],
		[
			'edition.create',
			{ issueNo: 8124, pages: ['要闻'], copied: '2026-11-22' },
			'第 8124 期 1 版：要闻 照 2026-11-22 建',
		],
		[
			'edition.createSlot',
			{ no: 1, slot: '两会侧记', plannedWords: 800, priority: 1 },
			'1版 稿位“两会侧记” 计划 800 字 头条',
		],
		[
			'article.place',
			{ date: '2026-11-22', no: 1, priority: 1, slot: '两会侧记', plannedWords: { before: null, after: 800 } },
			'2026-11-22 1版 稿位“两会侧记” 头条 计划字数：无→800',
		],
		[
			'edition.updatePage',
			{ no: 1, name: '要闻', section: { before: '', after: '新闻' }, deadline: '2026-11-21T14:00:00.000Z' },
			'1版 要闻 付印时间 2026-11-21 22:00 版组：无→新闻',
		],
		['edition.setDeadlines', { pages: 4, deadline: '' }, '4 版 不定付印时间'],
		['edition.takePage', { no: 2, name: '综合', holder: { before: '', after: '林述' } }, '2版 综合 负责人：无→林述'],
		['edition.publish', { pages: 4, articles: 26, issueNo: 8123 }, '第 8123 期 4 版 26 篇'],
		[
			'edition.publish',
			{ pages: 1, articles: 3, anchor: { seq: 412, hash: 'e1692907f0934101fa' } },
			'1 版 3 篇 此前 412 条，指纹 e1692907f0934101',
		],
		[
			'preview.create',
			{ link: 'abc', until: '2026-12-01T06:03:00.000Z', revision: 2 },
			'第 2 稿 链接 abc，2026-12-01 14:03 失效',
		],
		['edition.movePage', { from: 3, to: 2, name: '副刊' }, '3版→2版 副刊'],
		['edition.createPage', { no: 5, name: '科教' }, '5版 科教'],
		['column.update', { from: '民声' }, '原名“民声”'],
		['tag.move', { to: 'up' }, '上移一位'],
		['user.create', { login: 'jizhe', roles: ['reporter', 'desk_editor'] }, '登录名：jizhe 角色：记者、责任编辑'],
		[
			'user.update',
			{ before: { name: '甲', roles: ['reporter'] }, after: { name: '甲', roles: ['admin'] } },
			'角色：记者→管理员',
		],
		[
			'reporter.update',
			{ phone: { before: '', after: '000' }, public: { before: true, after: false } },
			'电话：无→000 公开：是→否',
		],
		['media.upload', { mime: 'image/jpeg', bytes: 2049, width: 1500, height: 1000 }, '1500×1000 3 KB'],
		['page.pull', { proof: 'second_proof', version: 3, done: 2 }, '二校样 第 3 次样，核红 2 处'],
		['page.mark', { mark: 2, version: 1, asks: '改正 正文“得”→“的”' }, '第 1 次样 ② 改正 正文“得”→“的”'],
		['page.settle', { mark: 2, state: '待改→不改', note: '属实' }, '② 待改→不改 附言：属实'],
		['page.lock', { version: 4, whyHoles: '公告' }, '第 4 次样 留白理由：公告'],
		['check.run', { rule: 'pairs' }, 'rule：pairs'],
		['article.create', {}, ''],
	])('tells %s', (act, detail, words) => {
		expect(detailWords(act, detail).join(' ')).toBe(words);
	});
});

it('leaves an act without a name as it is', () => {
	expect(actName('article.signOff')).toBe('签发');
	expect(actName('check.run')).toBe('check.run');
});
