import { hashPassword } from '@/lib/auth/password';
import type { Actor, Role } from '@/lib/auth/roles';
import { createHeading } from '@/lib/column/write';
import { db } from '@/lib/db';
import { newId } from '@/lib/id';
import { pinyinOf } from '@/lib/reporter/reporter';

/** The password of every demo account. */
export const demoPassword = 'chenghu-demo';

/** One account a role, named as its work is called: what a visitor of the demo signs in with. */
export const demoAccounts: { login: string; name: string; role: Role; department: string }[] = [
	{ login: 'jizhe', name: '沈知远', role: 'reporter', department: '采访部' },
	{ login: 'jizhe2', name: '陆佳禾', role: 'reporter', department: '采访部' },
	{ login: 'zebian', name: '林述', role: 'desk_editor', department: '编辑部' },
	{ login: 'zhuren', name: '唐越', role: 'department_head', department: '编辑部' },
	{ login: 'zongbian', name: '江述白', role: 'chief_on_duty', department: '总编室' },
	{ login: 'banmian', name: '丁一舟', role: 'page_editor', department: '总编室' },
	{ login: 'jiaodui', name: '白露', role: 'proofreader', department: '总编室' },
	{ login: 'admin', name: '管理员', role: 'admin', department: '技术部' },
];

/** Reporters 记者 and what they cover; `picture` is the key of the portrait. */
export const demoReporters: {
	name: string;
	picture: string;
	department: string;
	beats: string[];
	retired?: boolean;
}[] = [
	{ name: '沈知远', picture: 'reporter-shen', department: '采访部', beats: ['时政', '镇街'] },
	{ name: '陆佳禾', picture: 'reporter-lu', department: '采访部', beats: ['民生', '教育'] },
	{ name: '周砚秋', picture: 'reporter-zhou', department: '经济部', beats: ['工业', '科技'] },
	{ name: '许听澜', picture: 'reporter-xu', department: '采访部', beats: ['生态', '水利'] },
	{ name: '方可为', picture: 'reporter-fang', department: '经济部', beats: ['营商环境', '开发区'] },
	{ name: '邵明轩', picture: 'reporter-shao', department: '采访部', beats: ['政法', '交通'] },
	{ name: '叶晚晴', picture: 'reporter-ye', department: '副刊部', beats: ['文化', '读书'] },
	{ name: '顾长川', picture: 'reporter-gu', department: '经济部', beats: ['农业', '乡村'], retired: true },
	{ name: '程野', picture: 'reporter-cheng', department: '摄影部', beats: ['摄影'] },
	{ name: '苏木', picture: 'reporter-su', department: '摄影部', beats: ['摄影'] },
];

const demoColumns: { name: string; kind: 'plain' | 'special' | 'interview'; intro: string }[] = [
	{
		name: '一把手访谈',
		kind: 'interview',
		intro: '镇街、园区和部门的主要负责人，谈一件正在做的事，说清楚怎么做、做到哪里。',
	},
	{ name: '全会精神在基层', kind: 'special', intro: '把会场搬到田头、车间和楼道，记录宣讲现场的问与答。' },
	{ name: '要闻', kind: 'plain', intro: '今天澄湖最要紧的事。' },
	{ name: '民生', kind: 'plain', intro: '上学、看病、出行、养老，过日子的新闻。' },
	{ name: '经济', kind: 'plain', intro: '企业、项目、市场和数字背后的人。' },
	{ name: '文化', kind: 'plain', intro: '老戏台、新书架，水乡人的精神生活。' },
	{ name: '镇街传真', kind: 'special', intro: '来自镇街一线的短新闻。' },
	{ name: '问答', kind: 'special', intro: '政策怎么办、找谁办，请经办的人来答。' },
	{ name: '有话就说', kind: 'special', intro: '读者来信与部门答复。' },
	{ name: '影像', kind: 'plain', intro: '用一张照片讲一件事。' },
	{ name: '澄湖副刊', kind: 'plain', intro: '散文、诗歌与书画，周末慢慢读。' },
	{ name: '简讯', kind: 'plain', intro: '一百来字，说完一件事。' },
];
const demoSeries = [{ name: '奋进新征程 实干开新局', intro: '各级干部群众抓落实、开新局的生动实践。' }];
const demoTags = [
	'新质生产力',
	'营商环境',
	'乡村振兴',
	'生态澄湖',
	'民生实事',
	'文化澄湖',
	'教育',
	'就业',
	'法治',
	'交通',
	'科技创新',
	'副刊',
];

/** A newsroom to write in: its people by role, and the ids of what stories name. */
export interface Newsroom {
	paperId: string;
	actors: Record<Role, Actor>;
	/** A second reporter. */
	colleague: Actor;
	reporterIds: Map<string, string>;
	columnIds: Map<string, string>;
	seriesIds: Map<string, string>;
	tagIds: Map<string, string>;
}

interface NewsroomOptions {
	/** Costs 0.1 s; tests that do not sign in leave it out. */
	withPasswords?: boolean;
	paperId?: string;
}

/** Founds the paper: accounts, reporters, columns, series and tags, and nothing written yet. */
export async function createNewsroom({
	withPasswords = true,
	paperId = 'chenghu',
}: NewsroomOptions = {}): Promise<Newsroom> {
	await db.paper.create({
		data: {
			id: paperId,
			name: '澄湖日报',
			slogan: '办一张澄湖人自己的报纸',
			cnNumber: 'CN 00-0000',
			sponsor: '澄湖区融媒体中心',
			grid: '四开',
			footer: {
				icp: '示例ICP备00000000号',
				police: '示例公网安备00000000000000号',
				licence: '互联网新闻信息服务许可证（示例）00120260000',
				reportUrl: 'https://www.12377.cn/',
				copyright: '本站为演示站点，人物、单位与事件均属虚构。',
			},
			imprint: {
				authority: '中共澄湖区委宣传部',
				publisher: '澄湖日报社',
				chiefEditor: '沈望舒',
				address: '澄湖区湖滨路 1 号',
				postcode: '000000',
				phone: '000-00000000',
				price: '每份 1.50 元',
				printer: '澄湖印务有限公司（澄湖区工业园纸坊路 6 号）',
			},
		},
	});
	const { actors, colleague } = await createUsers(paperId, withPasswords);
	const admin = actors.admin;
	const reporterIds = await createReporters(paperId, [actors.reporter, colleague]);
	const columnIds = new Map<string, string>();
	for (const { name, kind, intro } of demoColumns) {
		const column = await createHeading(admin, { kind: 'column', name, intro, columnKind: kind });
		columnIds.set(name, column.id);
	}
	const seriesIds = new Map<string, string>();
	for (const { name, intro } of demoSeries) {
		const series = await createHeading(admin, { kind: 'series', name, intro, columnKind: 'plain' });
		seriesIds.set(name, series.id);
	}
	const tagIds = new Map<string, string>();
	for (const name of demoTags) {
		const tag = await createHeading(admin, { kind: 'tag', name, intro: '', columnKind: 'plain' });
		tagIds.set(name, tag.id);
	}
	return { paperId, actors, colleague, reporterIds, columnIds, seriesIds, tagIds };
}

async function createUsers(paperId: string, withPasswords: boolean): Promise<Pick<Newsroom, 'actors' | 'colleague'>> {
	const passwordHash = withPasswords ? await hashPassword(demoPassword) : null;
	const people = [
		...demoAccounts,
		{ login: 'zongbianji', name: '顾问总编', role: 'chief_editor' as const, department: '总编室' },
	];
	const users = people.map(({ role, ...person }) => ({
		...person,
		id: newId(),
		paperId,
		// Logins are unique in the whole house: a second paper's carry its id.
		login: paperId === 'chenghu' ? person.login : `${person.login}@${paperId}`,
		roles: [role],
		passwordHash: role === 'chief_editor' ? null : passwordHash,
	}));
	await db.user.createMany({ data: users });
	const actors = users.map((user, index): [Role, Actor] => {
		const { id: userId, name, department, roles } = user;
		return [people[index]?.role ?? 'admin', { userId, paperId, name, department, roles, desks: [], ip: '' }];
	});
	const [, colleague] = actors.filter(([role]) => role === 'reporter').map(([, actor]) => actor);
	if (!colleague) throw new Error('The demo has two reporters with accounts');
	// Of two with one role the first stands for it.
	return { actors: Object.fromEntries(actors.reverse()) as Record<Role, Actor>, colleague };
}

async function createReporters(paperId: string, writers: readonly Actor[]): Promise<Map<string, string>> {
	const rows = demoReporters.map(({ name, department, beats, retired }, index) => ({
		id: newId(),
		paperId,
		name,
		pinyin: pinyinOf(name),
		pressCard: `K0000${String(index + 1).padStart(4, '0')}`,
		department,
		beats,
		email: `${pinyinOf(name).replaceAll(' ', '')}@chenghu.example`,
		phone: '',
		userId: writers.find((writer) => writer.name === name)?.userId ?? null,
		retiredAt: retired ? new Date() : null,
	}));
	await db.reporter.createMany({ data: rows });
	return new Map(rows.map((row) => [row.name, row.id]));
}
