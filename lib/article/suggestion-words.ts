import { assertNever } from '@/lib/errors';
import { truncate } from '@/lib/text';
import type { SuggestedWords, Suggestion } from './suggestion-list';

/** What blocks are called where a suggestion speaks of them. */
const blockNames: Record<string, string> = {
	paragraph: '正文段',
	subhead: '小标题',
	question: '问',
	answer: '答',
	pullQuote: '引语',
	figure: '图片',
	gallery: '组图',
	factBox: '资料框',
	embed: '音视频',
	bulletList: '列表',
	orderedList: '编号列表',
	listItem: '列表项',
	table: '表格',
	divider: '分隔',
};

/** What a suggestion wants, in words: “得”改为“的”；分段. Long texts are cut. */
export function suggestionWords({ words, acts }: Pick<Suggestion, 'words' | 'acts'>): string {
	const told = [...words.map(wordsTold), ...acts.map(actTold)].filter(Boolean);
	return [...new Set(told)].join('；') || '改格式';
}

const longest = 24;
const quoted = (text: string) => `“${truncate(text.replace(/\n/g, '↵'), longest)}”`;

function wordsTold({ wrong, right }: SuggestedWords): string {
	if (wrong === right) return `${quoted(right)}改格式`;
	if (wrong && right) return `${quoted(wrong)}改为${quoted(right)}`;
	return right ? `添${quoted(right)}` : `删${quoted(wrong)}`;
}

function actTold({ act, type, from }: Suggestion['acts'][number]): string {
	const name = blockNames[type] ?? type;
	switch (act) {
		case 'split':
			return type === 'listItem' ? '分项' : '分段';
		case 'join':
			return type === 'listItem' ? '并项' : '并段';
		case 'add':
			return type === 'paragraph' ? '另起一段' : `加${name}`;
		case 'drop':
			return type === 'paragraph' ? '删去一段' : `删${name}`;
		case 'rename':
			return `${blockNames[from ?? ''] ?? from}改为${name}`;
		case 'amend':
			return `改${name}的文字`;
		default:
			return assertNever(act);
	}
}
