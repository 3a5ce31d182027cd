import type { ChainFault, ChainFaultKind } from '@/lib/trace/chain';

const faultWords: Record<ChainFaultKind, (seq: string) => string> = {
	changed: (seq) => `第 ${seq} 条：内容和指纹不符，被改动过`,
	missing: (seq) => `第 ${seq} 条起有缺失，被删除过`,
	repeated: (seq) => `第 ${seq} 条：序号出现了不止一次`,
	unlinked: (seq) => `第 ${seq} 条：和前一条接不上，前一条被换过`,
	cut: (seq) => `第 ${seq} 条起：末尾被截掉`,
	added: (seq) => `第 ${seq} 条起：链头没有登记，是绕过系统写进来的`,
	head: (seq) => `第 ${seq} 条：和链头不符`,
};

/** Where a chain is broken and how, in words. */
export function faultSentence({ seq, kind }: ChainFault): string {
	return faultWords[kind](count(seq));
}

/** 12,345 */
export function count(rows: number): string {
	return rows.toLocaleString('zh-CN');
}
