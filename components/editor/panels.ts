import { CheckCount, CheckPanel } from './check-panel';
import { HistoryPanel } from './history-panel';
import { InfoPanel } from './info-panel';
import { OutlinePanel } from './outline-panel';
import type { Panel } from './panel';
import { remarkKeys } from './remark-keys';
import { RemarksCount, RemarksPanel } from './remarks-panel';

/** The panels of the editor, in the order of their buttons. A new one is one entry here. */
export const panels: readonly Panel[] = [
	{ name: 'info', title: '资料', keys: 'Ctrl+Alt+5', Body: InfoPanel },
	{ name: 'check', title: '检查', keys: 'Ctrl+Alt+6', Body: CheckPanel, Count: CheckCount },
	{ name: 'remarks', title: '批注', keys: remarkKeys.panel, Body: RemarksPanel, Count: RemarksCount },
	{ name: 'history', title: '历史', keys: 'Ctrl+Alt+8', Body: HistoryPanel },
	{ name: 'outline', title: '大纲', keys: 'Ctrl+Alt+9', Body: OutlinePanel },
];
