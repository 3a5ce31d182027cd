import type { BodyNews } from './body';

/** What a document holds that a story has no place for. */
export interface Remarks extends BodyNews {
	/** Lines of heads and feet of pages. */
	furniture: string[];
	comments: string[];
	/** Addresses of pictures that are only linked. */
	linked: string[];
}

const maxQuoted = 60;

/** Each as a sentence, with the words themselves where there are any: nothing goes unsaid. */
export function remarksOf({
	furniture,
	comments,
	linked,
	deletions,
	hidden,
	charts,
	formulas,
	contents,
}: Remarks): string[] {
	const lines = [...new Set(furniture.map((line) => line.trim()).filter(isSaying))];
	const notes = comments.map((comment) => comment.trim()).filter(Boolean);
	return [
		lines.length > 0 ? `页眉页脚没有带入：${lines.map(quoted).join('、')}。` : '',
		notes.length > 0 ? `批注 ${notes.length} 条没有带入：${notes.map(quoted).join('、')}。` : '',
		linked.length > 0
			? `只有链接的图片 ${linked.length} 张没有带入：${linked.map(quoted).join('、')}。请另存后再传。`
			: '',
		deletions > 0 ? `修订中删去的 ${deletions} 处文字没有带入。` : '',
		hidden > 0 ? `隐藏的 ${hidden} 处文字没有带入。` : '',
		charts > 0 ? `图表和 SmartArt 共 ${charts} 个没有带入，请截图后作为图片传上来。` : '',
		formulas > 0 ? `公式 ${formulas} 处按文字带入，请核对。` : '',
		contents > 0 ? `目录 ${contents} 行没有带入。` : '',
	].filter(Boolean);
}

/** Page numbers alone say nothing. */
function isSaying(line: string): boolean {
	return /\p{L}/u.test(line.replace(/[第共页/\s]|page|of/giu, ''));
}

function quoted(text: string): string {
	const characters = [...text];
	return `“${characters.length > maxQuoted ? `${characters.slice(0, maxQuoted).join('')}…` : text}”`;
}
