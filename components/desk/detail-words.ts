import { stateNames } from '@/lib/article/article';
import { placeNames } from '@/lib/article/comment/comment';
import { roleNames } from '@/lib/auth/roles';
import { priorityNames } from '@/lib/edition/edition';
import { pageStageNames } from '@/lib/edition/page-stage';
import { circled } from '@/lib/edition/proof/mark';
import { colourNames, type PressColour } from '@/lib/press/press';
import { dayAndTime } from '@/lib/time';
import { changeNames } from '@/lib/workflow/change';
import { returnReasons } from '@/lib/workflow/schema';
import { stageNames } from '@/lib/workflow/signatures';

type Detail = Record<string, unknown>;
/** Says one thing of a detail, and which of its members it has told. */
type Teller = (detail: Detail, act: string) => { words: string; keys: string[] } | undefined;

/**
 * What an act changed, in words: 草稿→待初审, 第 3 稿, 11月22日 1版. Members that no teller knows come last as
 * they were recorded: the record hides nothing.
 */
export function detailWords(act: string, detail: unknown): string[] {
	if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return [];
	const rest = { ...(detail as Detail) };
	const words: string[] = [];
	for (const tell of tellers) {
		const told = tell(rest, act);
		if (!told) continue;
		for (const key of told.keys) delete rest[key];
		if (told.words) words.push(told.words);
	}
	return [...words, ...Object.entries(rest).map(([key, value]) => told(key, value))];
}

const takeOverWords: Record<string, string> = { expired: '，已断开', unanswered: '，没有答复', forced: '，强行接手' };

const fateNames = { accepted: '采纳建议：', rejected: '不采纳：', takenBack: '撤回建议：' };

const tellers: Teller[] = [
	// Where the story or the page went.
	({ from, to }) =>
		isState(from) && isState(to) ? { words: `${stateNames[from]}→${stateNames[to]}`, keys: ['from', 'to'] } : undefined,
	({ from, to, name }, act) =>
		act === 'edition.movePage' ? { words: `${from}版→${to}版 ${name}`, keys: ['from', 'to', 'name'] } : undefined,
	({ date, from, no }, act) =>
		act === 'article.movePlacement' ? { words: `${date} ${from}版→${no}版`, keys: ['date', 'from', 'no'] } : undefined,
	({ date, no }) =>
		typeof date === 'string' && typeof no === 'number' ? { words: `${date} ${no}版`, keys: ['date', 'no'] } : undefined,
	({ date }) => (typeof date === 'string' ? { words: date, keys: ['date'] } : undefined),
	({ no, name }) =>
		typeof no === 'number' ? { words: `${no}版 ${name ?? ''}`.trim(), keys: ['no', 'name'] } : undefined,
	({ to }) =>
		to === 'up' || to === 'down' ? { words: to === 'up' ? '上移一位' : '下移一位', keys: ['to'] } : undefined,
	({ from }, act) =>
		act.endsWith('.update') && typeof from === 'string' ? { words: `原名“${from}”`, keys: ['from'] } : undefined,
	({ step, does }, act) =>
		act.startsWith('page.') && typeof step === 'number'
			? {
					words: [does, step === 0 ? '回到自动组版' : `第 ${step} 步`].filter(Boolean).join('，'),
					keys: ['step', 'does'],
				}
			: undefined,
	// Of which version, how much.
	({ revision }) => (typeof revision === 'number' ? { words: `第 ${revision} 稿`, keys: ['revision'] } : undefined),
	({ restored }) => (typeof restored === 'number' ? { words: `来自第 ${restored} 稿`, keys: ['restored'] } : undefined),
	({ called }) => (typeof called === 'string' ? { words: `“${called}”`, keys: ['called'] } : undefined),
	({ slot }) => (typeof slot === 'string' ? { words: `稿位“${slot}”`, keys: ['slot'] } : undefined),
	({ plannedWords }) =>
		typeof plannedWords === 'number' ? { words: `计划 ${plannedWords} 字`, keys: ['plannedWords'] } : undefined,
	({ priority }) => (isPriority(priority) ? { words: priorityNames[priority], keys: ['priority'] } : undefined),
	({ issueNo }) => (typeof issueNo === 'number' ? { words: `第 ${issueNo} 期`, keys: ['issueNo'] } : undefined),
	({ pages }) => {
		if (Array.isArray(pages)) return { words: `${pages.length} 版：${pages.join('、')}`, keys: ['pages'] };
		return typeof pages === 'number' ? { words: `${pages} 版`, keys: ['pages'] } : undefined;
	},
	({ copied }) => (typeof copied === 'string' ? { words: `照 ${copied} 建`, keys: ['copied'] } : undefined),
	({ deadline }) =>
		typeof deadline === 'string'
			? {
					words: deadline ? `付印时间 ${dayAndTime(new Date(deadline))}` : '不定付印时间',
					keys: ['deadline'],
				}
			: undefined,
	({ articles }) => (typeof articles === 'number' ? { words: `${articles} 篇`, keys: ['articles'] } : undefined),
	({ width, height }) =>
		typeof width === 'number' ? { words: `${width}×${height}`, keys: ['width', 'height'] } : undefined,
	({ press, bleed, marks, source }) =>
		isColour(press)
			? {
					words: [
						colourNames[press],
						bleed ? '出血' : '无出血',
						marks ? '裁切线' : '无裁切线',
						...(source === 'makeup' ? ['未付印'] : []),
					].join('，'),
					keys: ['press', 'bleed', 'marks', 'source'],
				}
			: undefined,
	({ bytes }) =>
		typeof bytes === 'number' ? { words: `${Math.ceil(bytes / 1024)} KB`, keys: ['bytes', 'mime'] } : undefined,
	// Which proof of a page, which mark on it.
	({ proof }) => (isPageStage(proof) ? { words: pageStageNames[proof], keys: ['proof'] } : undefined),
	({ version, done }) =>
		typeof version === 'number'
			? {
					words: [`第 ${version} 次样`, ...(done ? [`核红 ${done} 处`] : [])].join('，'),
					keys: ['version', 'done'],
				}
			: undefined,
	({ mark, asks, state }) =>
		typeof mark === 'number'
			? { words: [circled(mark), asks, state].filter(Boolean).join(' '), keys: ['mark', 'asks', 'state'] }
			: undefined,
	({ whyHoles }) => (typeof whyHoles === 'string' ? { words: `留白理由：${whyHoles}`, keys: ['whyHoles'] } : undefined),
	// What an account or a reporter had before and has now.
	({ before, after }) =>
		isDetail(before) && isDetail(after) ? { words: differences(before, after), keys: ['before', 'after'] } : undefined,
	// Whose place was asked for, given or taken.
	({ writer, why }) =>
		typeof writer === 'string'
			? { words: `${writer}在写${takeOverWords[String(why)] ?? ''}`, keys: ['writer', 'why'] }
			: undefined,
	({ asker }) => (typeof asker === 'string' ? { words: `${asker}请求接手`, keys: ['asker'] } : undefined),
	({ reason, returnTo }) =>
		isReason(reason)
			? {
					words: [isStage(returnTo) ? `退回${stageNames[returnTo]}` : '退给作者', returnReasons[reason]].join('，'),
					keys: ['reason', 'returnTo'],
				}
			: undefined,
	({ change, voided = [] }) =>
		isChange(change)
			? {
					words: [
						changeNames[change],
						...(Array.isArray(voided) && voided.length > 0
							? [
									`${voided
										.filter(isStage)
										.map((stage) => stageNames[stage])
										.join('、')}签名作废`,
								]
							: []),
					].join('，'),
					keys: ['change', 'voided'],
				}
			: undefined,
	...(['accepted', 'rejected', 'takenBack'] as const).map(
		(fate): Teller =>
			({ [fate]: all }) =>
				Array.isArray(all)
					? {
							words: `${fateNames[fate]}${all.map((one) => (isDetail(one) ? one.says : one)).join('；')}`,
							keys: [fate],
						}
					: undefined,
	),
	({ place }) => (isPlace(place) ? { words: placeNames[place], keys: ['place'] } : undefined),
	({ to }, act) => (act === 'comment.reply' ? { words: `回复“${to}”`, keys: ['to'] } : undefined),
	({ flag }) =>
		typeof flag === 'string' && flag ? { words: `违反审者分离，理由：${flag}`, keys: ['flag'] } : undefined,
	({ link, until }) =>
		typeof link === 'string'
			? {
					words: `链接 ${link}${typeof until === 'string' ? `，${dayAndTime(new Date(until))} 失效` : ''}`,
					keys: ['link', 'until'],
				}
			: undefined,
	({ anchor }) =>
		isDetail(anchor) && typeof anchor.seq === 'number'
			? { words: `此前 ${anchor.seq} 条，指纹 ${String(anchor.hash).slice(0, 16)}`, keys: ['anchor'] }
			: undefined,
	({ publishAt }) => {
		if (publishAt === null || publishAt === '') return { words: '取消定时', keys: ['publishAt'] };
		return typeof publishAt === 'string'
			? { words: `定于 ${dayAndTime(new Date(publishAt))}`, keys: ['publishAt'] }
			: undefined;
	},
	({ note }) => (typeof note === 'string' && note ? { words: `附言：${note}`, keys: ['note'] } : undefined),
];

const fieldNames: Record<string, string> = {
	login: '登录名',
	name: '姓名',
	department: '部门',
	roles: '角色',
	pinyin: '拼音',
	pressCard: '记者证号',
	beats: '条线',
	email: '邮箱',
	phone: '电话',
	public: '公开',
	text: '内容',
	exact: '所批文字',
	proposal: '建议改为',
	blocking: '须处理',
	urgent: '加急',
	dueAt: '截稿',
	plannedWords: '计划字数',
	embargoUntil: '禁发至',
	desks: '负责部门',
	section: '版组',
	holder: '负责人',
	reviewMode: '审者分离',
	userId: '关联的账号',
	portraitId: '照片',
	file: '文件',
	pictures: '图片',
	remarks: '没有带入',
	source: '来自',
};

function told(key: string, value: unknown): string {
	const name = fieldNames[key] ?? key;
	if (isDetail(value) && 'before' in value && 'after' in value) {
		return `${name}：${shown(value.before)}→${shown(value.after)}`;
	}
	return `${name}：${shown(value)}`;
}

function differences(before: Detail, after: Detail): string {
	return Object.keys(after)
		.filter((key) => shown(before[key]) !== shown(after[key]))
		.map((key) => told(key, { before: before[key], after: after[key] }))
		.join('，');
}

function shown(value: unknown): string {
	if (value === null || value === undefined || value === '') return '无';
	if (typeof value === 'boolean') return value ? '是' : '否';
	if (Array.isArray(value)) return value.length > 0 ? value.map(shown).join('、') : '无';
	if (typeof value === 'object') return JSON.stringify(value);
	return roleNames[value as keyof typeof roleNames] ?? String(value);
}

function isState(value: unknown): value is keyof typeof stateNames {
	return typeof value === 'string' && value in stateNames;
}

function isPriority(value: unknown): value is keyof typeof priorityNames {
	return typeof value === 'number' && value in priorityNames;
}

function isColour(value: unknown): value is PressColour {
	return typeof value === 'string' && value in colourNames;
}

function isPlace(value: unknown): value is keyof typeof placeNames {
	return typeof value === 'string' && value in placeNames;
}

function isPageStage(value: unknown): value is keyof typeof pageStageNames {
	return typeof value === 'string' && value in pageStageNames;
}

function isReason(value: unknown): value is keyof typeof returnReasons {
	return typeof value === 'string' && value in returnReasons;
}

function isStage(value: unknown): value is keyof typeof stageNames {
	return typeof value === 'string' && value in stageNames;
}

function isChange(value: unknown): value is keyof typeof changeNames {
	return typeof value === 'string' && value in changeNames;
}

function isDetail(value: unknown): value is Detail {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
