import { attributeOf, childOf, childrenOf, elements, valOf } from './xml';

/** The sign before a numbered paragraph, and which list it is of. */
export interface NumberSign {
	text: string;
	/** Whether it is a drawn one, of whatever font. */
	isBullet: boolean;
	list: string;
	level: number;
}

/** Gives each numbered paragraph its sign; asked in the order of the document. */
export type SignGiver = (numId: string, level: number) => NumberSign | undefined;

interface Level {
	start: number;
	format: string;
	/** `第%1条`, `%1.%2` */
	text: string;
}

const maxLevel = 8;

/** The numbering of a document: what Word prints before paragraphs without having it in the text. */
export function readNumbering(root: Document | undefined): SignGiver {
	const abstract = new Map(
		(root ? elements(root, 'abstractNum') : []).map((one) => [attributeOf(one, 'abstractNumId') ?? '', one]),
	);
	const nums = new Map((root ? elements(root, 'num') : []).map((one) => [attributeOf(one, 'numId') ?? '', one]));
	const counters = new Map<string, number[]>();
	const begun = new Set<string>();
	return (numId, ilvl) => {
		const num = nums.get(numId);
		const list = valOf(num, 'abstractNumId') ?? '';
		const base = abstract.get(list);
		const level = Math.min(Math.max(ilvl, 0), maxLevel);
		if (!num || !base) return undefined;
		const levels = Array.from({ length: maxLevel + 1 }, (_, index) => levelOf(num, base, index));
		const own = levels[level];
		if (!own || own.format === 'none') return undefined;
		const counts = countersOf(counters, list);
		const restart = begun.has(numId) ? undefined : overrideOf(num, level);
		begun.add(numId);
		counts[level] = restart ?? (counts[level] === undefined ? own.start : counts[level] + 1);
		counts.length = level + 1;
		return { text: signText(levels, counts, level), isBullet: own.format === 'bullet', list, level };
	};
}

function countersOf(all: Map<string, number[]>, list: string): number[] {
	const counts = all.get(list) ?? [];
	all.set(list, counts);
	return counts;
}

function overrideOf(num: Element, level: number): number | undefined {
	const override = childrenOf(num, 'lvlOverride').find((one) => attributeOf(one, 'ilvl') === String(level));
	const start = valOf(override, 'startOverride');
	return start === undefined ? undefined : Number(start);
}

function levelOf(num: Element, base: Element, level: number): Level | undefined {
	const at = (parent: Element | undefined) =>
		childrenOf(parent, 'lvl').find((one) => attributeOf(one, 'ilvl') === String(level));
	const override = childrenOf(num, 'lvlOverride').find((one) => attributeOf(one, 'ilvl') === String(level));
	const element = at(override) ?? at(base);
	if (!element) return undefined;
	return {
		start: Number(valOf(element, 'start') ?? 1),
		format: valOf(element, 'numFmt') ?? attributeOf(childOf(element, 'numFmt'), 'format') ?? 'decimal',
		text: valOf(element, 'lvlText') ?? '',
	};
}

function signText(levels: readonly (Level | undefined)[], counts: readonly number[], level: number): string {
	const own = levels[level];
	if (own?.format === 'bullet') return '•';
	return (own?.text ?? '').replace(/%([1-9])/g, (_, digit: string) => {
		const index = Number(digit) - 1;
		return formatNumber(counts[index] ?? levels[index]?.start ?? 1, levels[index]?.format ?? 'decimal');
	});
}

const chinese = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const legal = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** A number as the format prints it; formats that newspapers do not meet print figures. */
export function formatNumber(number: number, format: string): string {
	switch (format) {
		case 'chineseCounting':
		case 'chineseCountingThousand':
		case 'japaneseCounting':
		case 'taiwaneseCounting':
		case 'taiwaneseCountingThousand':
		case 'koreanCounting':
			return countInHan(number, chinese, ['', '十', '百', '千']).replace(/^一十/, '十');
		case 'chineseLegalSimplified':
		case 'ideographLegalTraditional':
			return countInHan(number, legal, ['', '拾', '佰', '仟']);
		case 'ideographDigital':
		case 'japaneseDigitalTenThousand':
			return [...String(number)].map((digit) => chinese[Number(digit)]).join('');
		case 'ideographTraditional':
			return stems[(number - 1) % stems.length] ?? String(number);
		case 'ideographZodiac':
			return branches[(number - 1) % branches.length] ?? String(number);
		case 'upperLetter':
			return letters(number);
		case 'lowerLetter':
			return letters(number).toLowerCase();
		case 'upperRoman':
			return roman(number);
		case 'lowerRoman':
			return roman(number).toLowerCase();
		case 'decimalZero':
			return String(number).padStart(2, '0');
		case 'decimalEnclosedCircle':
		case 'decimalEnclosedCircleChinese':
			return number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `（${number}）`;
		case 'decimalEnclosedParen':
			return `（${number}）`;
		case 'decimalFullWidth':
		case 'decimalFullWidth2':
			return [...String(number)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
		default:
			return String(number);
	}
}

/** Up to 9999, as it is read: 一百零五, 三百二十. */
function countInHan(number: number, digits: readonly string[], places: readonly string[]): string {
	if (number < 1 || number > 9999) return String(number);
	const zero = digits === chinese ? '零' : digits[0];
	let text = '';
	[...String(number)].forEach((digit, index, all) => {
		const place = places[all.length - 1 - index] ?? '';
		if (digit !== '0') text += `${digits[Number(digit)]}${place}`;
		else if (text !== '' && !text.endsWith(zero ?? '') && /[1-9]/.test(all.slice(index).join(''))) text += zero;
	});
	return text;
}

/** A … Z, AA … ZZ, as Word doubles them. */
function letters(number: number): string {
	if (number < 1 || number > 780) return String(number);
	return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const romans: [number, string][] = [
	[1000, 'M'],
	[900, 'CM'],
	[500, 'D'],
	[400, 'CD'],
	[100, 'C'],
	[90, 'XC'],
	[50, 'L'],
	[40, 'XL'],
	[10, 'X'],
	[9, 'IX'],
	[5, 'V'],
	[4, 'IV'],
	[1, 'I'],
];

function roman(number: number): string {
	if (number < 1 || number > 3999) return String(number);
	let [left, text] = [number, ''];
	for (const [value, sign] of romans) {
		while (left >= value) {
			text += sign;
			left -= value;
		}
	}
	return text;
}
