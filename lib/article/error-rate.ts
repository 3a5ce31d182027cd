/**
 * 差错率: how many errors a proofreader found, weighed, for 10,000 字. After the national rule on the quality of the press,
 * 《报纸期刊质量管理规定》 (国新出发〔2020〕10 号): a newspaper's language is up to standard with at most 3 in 10,000 字.
 */

/** One error: what stood there, and what stands there now; one of them may be empty. */
export interface ErrorMark {
	/** head: 引题 主题 副题; folio 报眉; body: everything else. */
	place: string;
	wrong: string;
	right: string;
}

/** At most so many in 10,000 字. */
export const errorLimit = 3;

/**
 * The weight of one error. A wrong, extra or missing run of 1 字 counts 1, of 2 to 5 counts 2, a longer one 4; a number
 * that is only written in the wrong style counts 0.1. In heads and folios everything counts double. Nothing counts 0.
 */
export function errorWeight({ place, wrong, right }: ErrorMark): number {
	if (wrong === right) return 0;
	const weight = isNumberStyle(wrong, right) ? 0.1 : runWeight(Math.max([...wrong].length, [...right].length));
	return place === 'head' || place === 'folio' ? weight * 2 : weight;
}

function runWeight(length: number): number {
	if (length <= 1) return 1;
	return length <= 5 ? 2 : 4;
}

export interface ErrorRate {
	/** How many errors, and what they weigh together. */
	count: number;
	weight: number;
	/** Weight for 10,000 字, to one decimal; 0 where there is no text. */
	rate: number;
	/** Whether the exact rate is within the limit. */
	passes: boolean;
}

/** The error rate of a text of so many 字. */
export function errorRate(marks: readonly ErrorMark[], words: number): ErrorRate {
	const counted = marks.filter((mark) => errorWeight(mark) > 0);
	// In tenths, so that ten times 0.1 is 1.
	const tenths = counted.reduce((sum, mark) => sum + Math.round(errorWeight(mark) * 10), 0);
	const exact = words > 0 ? (tenths * 1000) / words : 0;
	return { count: counted.length, weight: tenths / 10, rate: Math.round(exact * 10) / 10, passes: exact <= errorLimit };
}

/** How it is told: 差错率 1.8/万，3 以内合格. */
export function errorRateWords({ rate, passes }: ErrorRate): string {
	return `差错率 ${rate.toFixed(1)}/万，${passes ? `${errorLimit} 以内合格` : `超过 ${errorLimit}，不合格`}`;
}

const hanDigits = '零一二三四五六七八九';
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** Whether two texts are one number, written in two styles: 三十 and 30, １２ and 12, 1,000 and 1000. */
function isNumberStyle(wrong: string, right: string): boolean {
	const [a, b] = [numberOf(wrong), numberOf(right)];
	return a !== undefined && a === b;
}

function numberOf(text: string): string | undefined {
	const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
	if (/^\d+(?:\.\d+)?%?$/.test(plain)) return plain;
	const percent = /^百分之(.+)$/.exec(plain);
	if (percent?.[1]) {
		const number = hanNumber(percent[1]);
		return number === undefined ? undefined : `${number}%`;
	}
	const mixed = /^(\d+(?:\.\d+)?)(万|亿)$/.exec(plain);
	if (mixed) return String(Number(mixed[1]) * units[mixed[2] ?? '']!);
	const number = hanNumber(plain);
	return number === undefined ? undefined : String(number);
}

/** 三百二十 as 320, 二〇二六 as 2026; undefined where it is no number. */
function hanNumber(text: string): number | undefined {
	const han = text.replace(/〇/g, '零').replace(/两/g, '二');
	if (!/^[零一二三四五六七八九十百千万亿]+$/.test(han)) return undefined;
	if (!/[十百千万亿]/.test(han)) return Number([...han].map((digit) => hanDigits.indexOf(digit)).join(''));
	let total = 0;
	let section = 0;
	let digit = 0;
	for (const character of han) {
		const unit = units[character];
		if (unit === undefined) digit = hanDigits.indexOf(character);
		else if (unit < 10_000) {
			section += (digit || 1) * unit;
			digit = 0;
		} else {
			total = (total + section + digit || 1) * unit;
			section = 0;
			digit = 0;
		}
	}
	return total + section + digit;
}
