import { han } from '../chars';
import type { Finding, PartRule } from '../check';
import { hanDigits, hanNumber } from '../numerals';

/** How numbers are written: GB/T 15835—2011. */

const standard = 'GB/T 15835—2011';

type Found = Omit<Finding, 'from' | 'to'> | undefined;

/** A rule that is one pattern: `judge` says what a match of it means, or that it means nothing. */
function patternRule(
	facts: Omit<PartRule, 'look'>,
	pattern: RegExp,
	judge: (match: RegExpExecArray, text: string, at: number) => Found,
): PartRule {
	return {
		...facts,
		*look({ text }) {
			for (const match of text.matchAll(pattern)) {
				const found = judge(match, text, match.index);
				if (found) yield { from: match.index, to: match.index + match[0].length, ...found };
			}
		},
	};
}

const measures =
	'元|人|名|个|户|家|亩|公斤|千克|克|吨|米|公里|千米|厘米|毫米|平方米|平方公里|立方米|公顷|岁|天|小时|分钟|秒|周|次|度|℃|倍|层|台|辆|条|件|场|所|座|万|亿|年|月|日|时|级|届|期|册|篇|位|斤|两|里|寸|尺|折|成';

const timeUnits = new Set(['年', '月', '日', '时', '周', '届', '期']);

/** 3-5公里, 2021-2025年: a hyphen is no mark of a range. */
const rangeMark = patternRule(
	{ id: 'range-mark', name: '数值范围的连接号', severity: 'warning', source: 'GB/T 15834—2011 4.13' },
	new RegExp(
		`(?<![\\d\\w./—-])(\\d+(?:\\.\\d+)?)(%|万|亿)?(?:[-－–~∼〜])(\\d+(?:\\.\\d+)?)(%|${measures})(?![\\d-])`,
		'g',
	),
	([, first, scale = '', second, unit = '']) => {
		const link = timeUnits.has(unit) ? '—' : '～';
		return {
			suggestions: [`${first}${scale}${link}${second}${unit}`],
			message: link === '—' ? '时间的起止用一字线“—”，不用半角连字符。' : '数值的范围用浪纹线“～”，不用半角符号。',
		};
	},
);

/** 3～5%: the reader may take the first for a plain number. */
const rangeUnit = patternRule(
	{ id: 'range-unit', name: '数值范围的单位', severity: 'warning', source: `${standard} 5.1` },
	/(?<![\d.%万亿])(\d+(?:\.\d+)?)([～—~-]|至)(\d+(?:\.\d+)?)(%|万|亿)/g,
	([, first, link = '', second, unit]) => ({
		suggestions: [`${first}${unit}${link === '至' ? '至' : '～'}${second}${unit}`],
		message: `两个数都应带“${unit}”，只写在后一个上会被误解。`,
	}),
);

const small: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

const mixedNumber = patternRule(
	{ id: 'mixed-number', name: '数字夹用汉字', severity: 'warning', source: `${standard} 5.3` },
	/(?<![\d.])(\d+(?:\.\d+)?)([十百千])(?![克瓦米卡帕焦赫伏安字兆佛分货])(余|多|来)?/g,
	([written, digits, unit = '', about = '']) => ({
		suggestions: [`${round(Number(digits) * (small[unit] ?? 1))}${about}`],
		message: `“${written}”把阿拉伯数字和汉字混在一个数里；汉字单位只能用“万”“亿”。`,
	}),
);

const mixedScale = patternRule(
	{ id: 'mixed-number', name: '数字夹用汉字', severity: 'warning', source: `${standard} 5.3` },
	/(?<![\d.])(\d+)(万|亿)(\d+)([千百])(?![克瓦米卡帕焦赫伏安字])/g,
	([written, high, scale, low, unit = '']) => {
		const share = (Number(low) * (small[unit] ?? 1)) / (scale === '万' ? 10_000 : 100_000_000);
		return {
			suggestions: [`${round(Number(high) + share)}${scale}`],
			message: `“${written}”把阿拉伯数字和汉字混在一个数里；汉字单位只能用“万”“亿”。`,
		};
	},
);

function round(value: number): string {
	return String(Math.round(value * 1e8) / 1e8);
}

const mixedDate = patternRule(
	{ id: 'mixed-date', name: '日期、起止混用两种数字', severity: 'warning', source: `${standard} 4` },
	new RegExp(
		`\\d{1,2}月[一二三四五六七八九十]{1,3}日|[一二三四五六七八九十]{1,3}月\\d{1,2}日|\\d{4}年[一二三四五六七八九十]{1,2}月|\\d+(?:至|到|～)[一二三四五六七八九十]{1,3}(?=[个天年月名人元岁次号版])|(?<![第${hanNumber}])[一二三四五六七八九十]{1,3}(?:至|～)\\d+(?=[个天年月名人元岁次号版])`,
		'g',
	),
	([written]) => ({ suggestions: [], message: `“${written}”里混用了阿拉伯数字和汉字数字，应统一成一种。` }),
);

/** 二零二六年, 二0二六年, 二OO八年 */
const ideographicZero = patternRule(
	{ id: 'ideographic-zero', name: '年份里的“〇”', severity: 'warning', source: `${standard} 5.2` },
	new RegExp(`(?<![${hanNumber}])[一二][${hanDigits}0OoＯ○]{3}(?=年)`, 'g'),
	([written]) =>
		/[零0OoＯ○]/.test(written)
			? { suggestions: [written.replace(/[零0OoＯ○]/g, '〇')], message: '用汉字写年份时，“0”写作“〇”。' }
			: undefined,
);

const approximate = patternRule(
	{ id: 'approximate-comma', name: '概数中间的顿号', severity: 'warning', source: `${standard} 5.2` },
	/(?<![第周初高大年、一二三四五六七八九十])([一二三四五六七八])、([二三四五六七八九])(?=[个天次里](?!的话|别))/g,
	([, low = '', high = '']) => {
		const order = '一二三四五六七八九';
		if (order.indexOf(high) !== order.indexOf(low) + 1) return undefined;
		return { suggestions: [low.replace('二', '两') + high], message: '两个数字连用表示概数时，中间不用顿号。' };
	},
);

const amount = `[\\d${hanNumber}][\\d,.${hanNumber}]*`;

const doubleAbout = patternRule(
	{ id: 'double-about', name: '概数的词重复', severity: 'warning', source: '现代汉语通例' },
	new RegExp(
		`(大约|约|大概|将近|接近|近)(${amount}(?:多|余|来)?[^，。；：、？！“”（）\\d${han}]?(?:(?!左右|上下|以上)[${han}]){0,4})(左右|上下)|(至少|最少|不少于|不低于|超过|逾)(${amount}(?:(?!以上)[${han}%]){0,4})(以上)|(将近|接近|超过|近|约|逾)(${amount})(多|余)(?=[${han}])`,
		'g',
	),
	([, a, aBody, aEnd, b, bBody, bEnd, c, cBody, cEnd], text, at) => {
		const [before = '', body = '', after = ''] = [a ?? b ?? c, aBody ?? bBody ?? cBody, aEnd ?? bEnd ?? cEnd];
		// 附近30多人, 公约五十余条: the first word is the end of another.
		if (/[附最远邻靠亲公条契节制简合预相大逼]/.test(text[at - 1] ?? '')) return undefined;
		return {
			suggestions: [`${before}${body}`, `${body}${after}`],
			message: `“${before}”和“${after}”意思重复，只留一个。`,
		};
	},
);

const fallByTimes = patternRule(
	{ id: 'fall-by-times', name: '减少不说“倍”', severity: 'warning', source: '统计用语通例' },
	new RegExp(`(?:减少|下降|降低|缩短|缩小|减小|缩减|下跌|下滑)(?:了|近|约|达|超过)?(${amount})倍`, 'g'),
	() => ({
		suggestions: [],
		message: '减少、降低不能用“倍”来说：减少一倍就是零了；可改说“几成”“百分之几”或“减到原来的几分之一”。',
	}),
);

const percentForm = patternRule(
	{ id: 'percent-form', name: '百分数的写法', severity: 'warning', source: `${standard} 5.3` },
	/百分之(\d+(?:\.\d+)?)/g,
	([, value]) => ({ suggestions: [`${value}%`], message: '“百分之”后面用汉字数字；用阿拉伯数字时写成百分号。' }),
);

const percentPoint = patternRule(
	{ id: 'percent-point', name: '百分点', severity: 'error', source: '统计用语' },
	/(\d+(?:\.\d+)?)(%个?|(?<=\d))百分点/g,
	([, value]) => ({ suggestions: [`${value}个百分点`], message: '百分点前面写“几个”，不带百分号。' }),
);

const shortYear = patternRule(
	{ id: 'short-year', name: '年份简写', severity: 'warning', source: `${standard} 5.1` },
	/(?<![\d.,〇零一二三四五六七八九十百千])(['’‘]?)(\d{2})年(?=(?:1[0-2]|[1-9])月(?!份?前|内|以来))/g,
	([, , year = '']) => {
		const century = Number(year) <= 40 ? '20' : '19';
		return { suggestions: [`${century}${year}年`], message: '四位数的年份不简写成两位。' };
	},
);

const twoOfThings = patternRule(
	{ id: 'two-of-things', name: '“二”与“两”', severity: 'warning', source: '现代汉语词典' },
	new RegExp(
		`(?<![第十百千万零〇初老${hanDigits}\\d])二(?=个(?!别)|位(?!数|置)|名(?=[${han}])|只(?=[${han}])|条(?=[路河船鱼狗])|辆|头(?=牛|猪|羊)|棵|颗|座(?=[桥山楼城])|双(?=[鞋袜手筷]))`,
		'g',
	),
	() => ({ suggestions: ['两'], message: '量词前面用“两”，不用“二”。' }),
);

const unitForms: Record<string, string> = {
	KM: 'km',
	Km: 'km',
	KG: 'kg',
	Kg: 'kg',
	KW: 'kW',
	Kw: 'kW',
	kw: 'kW',
	KWH: 'kW·h',
	KWh: 'kW·h',
	Mm: 'mm',
	CM: 'cm',
	Cm: 'cm',
	ML: 'mL',
	Ml: 'mL',
	mpa: 'MPa',
	Mpa: 'MPa',
	HZ: 'Hz',
	hz: 'Hz',
};

const unitSymbol = patternRule(
	{ id: 'unit-symbol', name: '计量单位符号', severity: 'warning', source: 'GB 3100—1993' },
	new RegExp(
		`(?<=\\d ?)(?:${Object.keys(unitForms)
			.sort((a, b) => b.length - a.length)
			.join('|')})(?![A-Za-z])`,
		'g',
	),
	([written]) => ({
		suggestions: [unitForms[written] as string],
		message: `单位符号的大小写是固定的，应为“${unitForms[written]}”。`,
	}),
);

const unitName = patternRule(
	{ id: 'unit-name', name: '计量单位名称', severity: 'info', source: 'GB 3100—1993' },
	/(?<=[\d万亿多余]|每)(平米|立米|公升)/g,
	([written]) => {
		const right = { 平米: '平方米', 立米: '立方米', 公升: '升' }[written] as string;
		return { suggestions: [right], message: `法定计量单位的名称是“${right}”。` };
	},
);

const brokenNumber = patternRule(
	{ id: 'broken-number', name: '数中的标点', severity: 'warning', source: `${standard} 5.1` },
	/(?<=\d)(?:，(?=\d{3}(?!\d)[^年月日、，])|[。](?=\d))/g,
	([written]) => {
		const right = written === '，' ? ',' : '.';
		return {
			suggestions: [right],
			message: written === '，' ? '数的分节号是半角的“,”，全角逗号会断成两个数。' : '小数点是半角的“.”。',
		};
	},
);

const clock = patternRule(
	{ id: 'clock', name: '时刻的写法', severity: 'warning', source: `${standard} 5.1` },
	/(上午|早上|清晨|凌晨|中午|下午|傍晚|晚上|夜里)?(\d{1,2})(?:时|点|:|：)(?:(\d{1,2})分?)?(?!间|段|期|多|\d)/g,
	([written, part, hour, minute]) => {
		const [h, m] = [Number(hour), Number(minute ?? 0)];
		if (/[:：]/.test(written) && part === undefined) return undefined;
		if (h > 24 && minute !== undefined) return { suggestions: [], message: `一天没有${h}时。` };
		if (m > 59) return { suggestions: [], message: `一小时没有${m}分。` };
		if (part === undefined || h < 13 || h > 24) return undefined;
		const fits = /下午|傍晚|晚上|夜里/.test(part);
		return {
			suggestions: fits ? [written.replace(part, ''), written.replace(String(hour), String(h - 12))] : [],
			message: fits ? `${h}时已是二十四小时制，不再加“${part}”。` : `“${part}”和“${h}时”对不上。`,
		};
	},
);

export const numberRules: readonly PartRule[] = [
	rangeMark,
	rangeUnit,
	mixedNumber,
	mixedScale,
	mixedDate,
	ideographicZero,
	approximate,
	doubleAbout,
	fallByTimes,
	percentForm,
	percentPoint,
	shortYear,
	twoOfThings,
	unitSymbol,
	unitName,
	brokenNumber,
	clock,
];
