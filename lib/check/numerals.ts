const digits: Record<string, number> = {
	〇: 0,
	零: 0,
	一: 1,
	二: 2,
	两: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
};
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const bigUnits: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** Characters of numbers written in Han, for patterns. */
export const hanDigits = '〇零一二两三四五六七八九';
export const hanNumber = `${hanDigits}十百千万亿`;

/** The value of a number written in Han or digits, with 万 and 亿: 1.2万, 三十五, 一千二百; undefined where it is none. */
export function numberOf(written: string): number | undefined {
	const plain = /^([\d,]+(?:\.\d+)?)(万|亿|万亿)?$/.exec(written);
	if (plain) {
		const value = Number((plain[1] as string).replaceAll(',', ''));
		const scale = [...(plain[2] ?? '')].reduce((product, unit) => product * (bigUnits[unit] ?? 1), 1);
		return Math.round(value * scale * 1e6) / 1e6;
	}
	return hanValue(written);
}

function hanValue(written: string): number | undefined {
	if (written === '') return undefined;
	let [total, section, digit] = [0, 0, 0];
	for (const char of written) {
		const value = digits[char];
		const unit = units[char];
		const big = bigUnits[char];
		if (value !== undefined) digit = value;
		else if (unit !== undefined) {
			section += (digit || 1) * unit;
			digit = 0;
		} else if (big !== undefined) {
			total = (total + section + digit) * big;
			[section, digit] = [0, 0];
		} else return undefined;
	}
	return total + section + digit;
}
