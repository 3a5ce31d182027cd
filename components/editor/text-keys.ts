import type { Shortcut } from '@/components/desk/shortcut';
import { blockTools, insertTools, markTools } from './tools';

const group = '正文';
const ofTools = [...blockTools, ...insertTools, ...markTools].flatMap(({ name, keys }) =>
	keys ? [{ keys, label: name, group }] : [],
);

/** The keys that the text itself hears. */
export const textKeys: readonly Shortcut[] = [
	{ keys: '/', label: '插入（段首或空格后）', group },
	...ofTools,
	{ keys: 'Alt+Shift+ArrowUp', label: '上移一段', group },
	{ keys: 'Alt+Shift+ArrowDown', label: '下移一段', group },
	{ keys: 'Alt+ArrowLeft', label: '组图里选中的一张前移', group },
	{ keys: 'Alt+ArrowRight', label: '组图里选中的一张后移', group },
	{ keys: 'Alt+Enter', label: '段落菜单', group },
	{ keys: 'Ctrl+Enter', label: '从标题到正文', group },
	{ keys: 'Alt+F10', label: '到工具栏', group },
	{ keys: 'Ctrl+Z', label: '撤销', group },
	{ keys: 'Ctrl+Shift+Z', label: '重做', group },
	{ keys: 'Ctrl+S', label: '马上保存', group },
];
