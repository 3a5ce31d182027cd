import type { Editor } from '@tiptap/react';
import type { Spelt } from '@/components/desk/spelling';
import { ask } from './ask';
import { remarkKeys } from './remark-keys';
import { isSuggesting, setSuggesting } from './suggestion-mode';

/** Something that is done to the text where the cursor is. */
export interface Tool extends Spelt {
	pinyin: string;
	/** As keyboards write it. The text itself hears the keys. */
	keys?: string;
	isOn?: (editor: Editor) => boolean;
	run: (editor: Editor) => void;
}

type TextBlock = 'paragraph' | 'subhead' | 'question' | 'answer' | 'pullQuote';
type List = 'bulletList' | 'orderedList';

/** A kind of text that the present blocks can become; chosen again, they become plain text. */
const become = (type: TextBlock, tool: Omit<Tool, 'isOn' | 'run'>): Tool => ({
	...tool,
	isOn: (editor) => editor.isActive(type) && !editor.isActive('listItem'),
	run(editor) {
		const target = this.isOn?.(editor) ? 'paragraph' : type;
		const chain = editor.chain().focus();
		// Out of the list first: its items hold plain text only.
		(editor.isActive('listItem') ? chain.clearNodes() : chain).setNode(target).run();
	},
});

const list = (type: List, tool: Omit<Tool, 'isOn' | 'run'>): Tool => ({
	...tool,
	isOn: (editor) => editor.isActive(type),
	run: (editor) => editor.chain().focus().toggleList(type, 'listItem').run(),
});

/** What a block of text can be. */
export const blockTools: readonly Tool[] = [
	become('paragraph', { name: '正文', pinyin: 'zheng wen', words: ['段落', 'p'], keys: 'Ctrl+Alt+0' }),
	become('subhead', { name: '小标题', pinyin: 'xiao biao ti', words: ['h1', 'h2', '##'], keys: 'Ctrl+Alt+1' }),
	become('question', { name: '问', pinyin: 'wen', words: ['q'], keys: 'Ctrl+Alt+2' }),
	become('answer', { name: '答', pinyin: 'da', words: ['a'], keys: 'Ctrl+Alt+3' }),
	become('pullQuote', { name: '引语', pinyin: 'yin yu', words: ['引文', '>'], keys: 'Ctrl+Alt+4' }),
	list('bulletList', { name: '列表', pinyin: 'lie biao', words: ['ul', '-'], keys: 'Ctrl+Shift+8' }),
	list('orderedList', { name: '编号', pinyin: 'bian hao', words: ['ol', '1.'], keys: 'Ctrl+Shift+7' }),
];

/** What can be put into the text. */
export const insertTools: readonly Tool[] = [
	{
		name: '表格',
		pinyin: 'biao ge',
		words: ['table'],
		run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
	},
	{ name: '图片', pinyin: 'tu pian', words: ['照片', 'zp', 'img'], run: (editor) => ask(editor, 'picture') },
	{ name: '组图', pinyin: 'zu tu', words: ['多图', 'gallery'], run: (editor) => ask(editor, 'gallery') },
	{
		name: '资料框',
		pinyin: 'zi liao kuang',
		words: ['链接资料', 'box'],
		run: (editor) => editor.chain().focus().insertFactBox().run(),
	},
	{
		name: '音视频',
		pinyin: 'yin shi pin',
		words: ['音频', '视频', 'yp', 'sp', 'video', 'audio'],
		run: (editor) => ask(editor, 'embed'),
	},
	{
		name: '分隔',
		pinyin: 'fen ge',
		words: ['hr', '---'],
		keys: 'Ctrl+Alt+-',
		run: (editor) => editor.chain().focus().insertContent({ type: 'divider' }).run(),
	},
];

/** What can be done to words. */
export const markTools: readonly Tool[] = [
	{
		name: '粗体',
		pinyin: 'cu ti',
		words: ['加粗', 'b', '**'],
		keys: 'Ctrl+B',
		isOn: (editor) => editor.isActive('bold'),
		run: (editor) => editor.chain().focus().toggleBold().run(),
	},
	{
		name: '链接',
		pinyin: 'lian jie',
		words: ['url'],
		keys: 'Ctrl+Shift+K',
		isOn: (editor) => editor.isActive('link'),
		run: (editor) => ask(editor, 'link'),
	},
];

/** 批注 on the selected words. */
export const commentTool: Tool = {
	name: '批注',
	pinyin: 'pi zhu',
	keys: remarkKeys.comment,
	run: (editor) => ask(editor, 'comment'),
};

/** 建议模式: while it is on, what is done to the text is only suggested. */
export const suggestTool: Tool = {
	name: '建议',
	pinyin: 'jian yi',
	words: ['建议模式', '修订'],
	keys: remarkKeys.mode,
	isOn: (editor) => isSuggesting(editor.state),
	run: (editor) => setSuggesting(editor.view, !isSuggesting(editor.state)),
};

/** What can be done to the table around the cursor. */
export const tableTools: readonly Tool[] = [
	{ name: '上方插行', pinyin: 'shang fang cha hang', run: (editor) => editor.chain().focus().addRowBefore().run() },
	{ name: '下方插行', pinyin: 'xia fang cha hang', run: (editor) => editor.chain().focus().addRowAfter().run() },
	{ name: '左侧插列', pinyin: 'zuo ce cha lie', run: (editor) => editor.chain().focus().addColumnBefore().run() },
	{ name: '右侧插列', pinyin: 'you ce cha lie', run: (editor) => editor.chain().focus().addColumnAfter().run() },
	{ name: '删行', pinyin: 'shan hang', run: (editor) => editor.chain().focus().deleteRow().run() },
	{ name: '删列', pinyin: 'shan lie', run: (editor) => editor.chain().focus().deleteColumn().run() },
	{ name: '标题行', pinyin: 'biao ti hang', run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
	{ name: '删除表格', pinyin: 'shan chu biao ge', run: (editor) => editor.chain().focus().deleteTable().run() },
];
