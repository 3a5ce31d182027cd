import { titleOf } from '@/lib/article/article';
import { priorityNames } from '@/lib/edition/edition';
import { assertNever } from '@/lib/errors';
import type { Brief, Relation } from '@/lib/makeup/sheet';
import type { PageOp } from './schema';

/** How a head stands to its text, as it is said. */
export const relationNames: Record<Relation, string> = { top: '盖文题', left: '左题', vertical: '竖题' };

/** What an act does, in words, for the record and for 撤销: 对调《…》和《…》. */
export function opWords(op: PageOp, brief: Brief): string {
	const title = (id: string) => {
		const story = brief.stories.find((candidate) => candidate.id === id);
		return story ? `《${titleOf(story.headline)}》` : '一篇稿件';
	};
	switch (op.kind) {
		case 'compose':
			return op.piece === undefined ? '组版' : '选用备选版面';
		case 'template':
			return '套用版式';
		case 'swap':
			return `对调${title(op.story)}和${title(op.other)}`;
		case 'divider':
			return `移动${title(op.story)}的${op.edge === 'foot' ? '下边' : '右边'}`;
		case 'resize':
			return `${title(op.story)}改为 ${op.cols} 栏 × ${op.lines} 行`;
		case 'lock':
			return `${op.on ? '锁定' : '解锁'}${title(op.story)}`;
		case 'span':
			return op.cols ? `${title(op.story)}占 ${op.cols} 栏` : `${title(op.story)}栏数自动`;
		case 'size':
			return op.pt ? `${title(op.story)}主题 ${op.pt} 点` : `${title(op.story)}字号自动`;
		case 'relation':
			return op.relation ? `${title(op.story)}用${relationNames[op.relation]}` : `${title(op.story)}题位自动`;
		case 'box':
			return `${title(op.story)}${op.on ? '加框' : '去框'}`;
		case 'rows':
			return op.headline
				? `${title(op.story)}主题分 ${op.headline.split('\n').length} 行`
				: `${title(op.story)}分行自动`;
		case 'hide':
			return `${op.on ? '撤下' : '恢复'}${title(op.story)}的图片`;
		case 'order':
			return `${title(op.story)}换图片次序`;
		case 'focus':
			return `${title(op.story)}图片取景`;
		case 'ad':
			return `广告“${op.ad.label}”${op.ad.cols} 栏 × ${op.ad.lines} 行`;
		case 'removeAd':
			return '撤下广告';
		case 'filler':
			return `补白《${op.filler.headline}》`;
		case 'removeFiller':
			return '撤下补白';
		case 'place':
			return `《${op.title ?? ''}》上版`;
		case 'unplace':
			return `撤下《${op.title ?? ''}》`;
		case 'rank':
			return `${title(op.story)}改为${priorityNames[op.priority]}`;
		case 'jump':
			return op.to ? `${title(op.story)}转版` : `${title(op.story)}不转版`;
		default:
			return assertNever(op);
	}
}
