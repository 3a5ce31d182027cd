import type { Left } from './piece';

const names: Record<keyof Left, (count: number) => string> = {
	video: (count) => `${count} 个视频`,
	audio: (count) => `${count} 段音频`,
	comment: (count) => `${count} 处批注`,
	deletion: (count) => `${count} 处修订中删去的文字`,
	drawing: (count) => `${count} 个图形`,
	wideTable: () => '',
};

/** What did not come along, as one sentence; empty where everything did. */
export function leftWords(left: Left): string {
	const kinds = Object.entries(left) as [keyof Left, number][];
	const gone = kinds.map(([kind, count]) => names[kind](count)).filter(Boolean);
	return [
		gone.length > 0 ? `没有带过来：${gone.join('、')}。` : '',
		left.wideTable ? `${left.wideTable} 个超过 20 列的表格改成了文字，一行一段。` : '',
	].join('');
}
