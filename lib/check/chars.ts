/** Classes of characters for the rules' patterns, as they stand inside square brackets. */
export const han = '\\u3400-\\u9fff〇';
/** Marks of Chinese text. */
export const fullMark = '、。，；：？！“”‘’（）《》〈〉【】…—～·';

const hanOnly = new RegExp(`^[${han}]$`);
const chineseOnly = new RegExp(`^[${han}${fullMark}]$`);

export function isHan(char: string | undefined): boolean {
	return char !== undefined && hanOnly.test(char);
}

/** Whether a character belongs to Chinese text: a Han character or one of its marks. */
export function isChinese(char: string | undefined): boolean {
	return char !== undefined && chineseOnly.test(char);
}
