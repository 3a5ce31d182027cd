import { surnameLength } from './surnames';

/**
 * Reads offices and names out of running text: 青禾镇党委书记罗清平. Where a name ends is a guess that the neighbouring
 * characters and the other mentions in the text make likely; whatever rests on it says so.
 */

/** Offices as they stand before a name, without the body that they belong to. */
export const offices =
	'党委书记 党组书记 党工委书记 党支部书记 党总支书记 纪委书记 政法委书记 县委书记 区委书记 市委书记 镇委书记 乡党委书记 村支书 支部书记 团委书记 副书记 书记 ' +
	'区委常委 市委常委 县委常委 常务副区长 常务副市长 常务副县长 副区长 副市长 副县长 副镇长 副乡长 区长 市长 县长 镇长 乡长 村长 州长 省长 副省长 主席 副主席 ' +
	'常务副主任 副主任 主任 办事处主任 村委会主任 居委会主任 管委会主任 部长 副部长 局长 副局长 处长 副处长 科长 副科长 股长 所长 副所长 站长 副站长 队长 副队长 大队长 支队长 ' +
	'院长 副院长 庭长 检察长 副检察长 校长 副校长 园长 馆长 副馆长 会长 副会长 理事长 秘书长 副秘书长 董事长 总经理 副总经理 总裁 副总裁 总工程师 总监 经理 厂长 副厂长 社长 ' +
	'团长 教授 副教授 研究员 副研究员 工程师 高级工程师 院士 主任医师 副主任医师 医师 护士长 政委 参谋长 台长 总编辑 主编 巡视员 调研员 督导员 网格长 河长 林长 组长 副组长 班长 店长 行长 副行长'
		.split(' ')
		.join(' ');

/** What people are called who hold no office. */
export const callings =
	'记者 通讯员 村民 居民 市民 农民 教师 老师 学生 同学 医生 护士 民警 辅警 交警 法官 检察官 律师 司机 工人 员工 职工 师傅 志愿者 种植户 养殖户 合作社负责人 负责人 创始人 ' +
	'传承人 社区工作者 网格员 游客 读者 家长 学员 商户 摊主 业主 用户 代表 委员 党员 技术员 技师 农户 大学生 返乡青年 驾驶员 快递员 演员 作家 画家 诗人 导演 歌手 运动员 教练';

/** Longest first, so that 常务副区长 is not read as 区长. */
const byLength = (words: string) => words.split(' ').sort((a, b) => b.length - a.length);

const officePattern = new RegExp(`(?:${byLength(offices).join('|')})`, 'g');
const anyPattern = new RegExp(`(?:${byLength(`${offices} ${callings}`).join('|')})`, 'g');

/** An office, or a calling, with the name that follows it. */
export interface NamedPerson {
	name: string;
	/** The office alone: 党委书记. */
	office: string;
	/** The office with the body before it, as far as it is plain where that begins: 青禾镇党委书记. */
	title: string;
	/** Where the title begins, and where the name begins and ends. */
	titleAt: number;
	from: number;
	to: number;
}

/** People named after an office, in reading order. */
export function namedAfterOffice(text: string): NamedPerson[] {
	return named(text, officePattern);
}

/** People named after an office or a calling, in reading order. */
export function namedPeople(text: string): NamedPerson[] {
	return named(text, anyPattern);
}

function named(text: string, pattern: RegExp): NamedPerson[] {
	return [...text.matchAll(pattern)].flatMap((match) => {
		const [office] = match;
		const from = match.index + office.length;
		const name = nameAt(text, from);
		if (!name) return [];
		const titleAt = titleStart(text, match.index);
		return [{ name, office, title: text.slice(titleAt, from), titleAt, from, to: from + name.length }];
	});
}

const given = /[\u4e00-\u9fff]/;
/** Characters that follow a name and are hardly ever part of one. */
const afterNames =
	'说在的与等向对把被从是将也就还又都已表介告称认指讲谈问答笑带率作主到走站拿看听参赴深便则及陪见接检调督要提给让请组出了着过们个你我他她这那不没有一和去';

/** The name that begins at `at`: a family name and one or two characters; undefined where none does. */
export function nameAt(text: string, at: number): string | undefined {
	const surname = surnameLength(text, at);
	if (surname === 0) return undefined;
	const short = text.slice(at, at + surname + 1);
	const long = text.slice(at, at + surname + 2);
	const second = text[at + surname] ?? '';
	const third = text[at + surname + 1] ?? '';
	if (!given.test(second) || afterNames.includes(second)) return undefined;
	if (!given.test(third) || afterNames.includes(third)) return short;
	return isShort(text, short) ? short : long;
}

/** Whether a character cannot go on with a name: a mark, or one that hardly ever stands in names. */
export function endsName(char: string | undefined): boolean {
	return char === undefined || !given.test(char) || afterNames.includes(char);
}

/** Elsewhere in the text the two characters stand as a name by themselves: the third is not the name's here either. */
function isShort(text: string, short: string): boolean {
	for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
		if (endsName(text[at + short.length])) return true;
	}
	return false;
}

const longestTitle = 22;
/** Characters at which a title cannot go on to the left. */
const boundary = /[\s，。；：、！？“”‘’（）《》…—·]|[的了在和与及向对给由被请从把让到为说是着过见访问据听随跟同]/;

function titleStart(text: string, office: number): number {
	let at = office;
	while (at > 0 && office - at < longestTitle && !boundary.test(text[at - 1] as string)) at--;
	return at;
}

/** Whether two names of one length, three characters at least, differ in exactly one of them. */
export function isOneOff(a: string, b: string): boolean {
	if (a === b || a.length !== b.length || a.length < 3) return false;
	return [...a].filter((char, at) => char !== b[at]).length === 1;
}
