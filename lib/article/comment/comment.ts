import { can } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import type { CommentPlace } from './schema';

/** What a comment is on, in words. */
export const placeNames: Record<CommentPlace, string> = {
	body: '正文',
	kicker: '引题',
	headline: '主题',
	deck: '副题',
	dateline: '电头',
	article: '全文',
};

/** Who wrote a comment that holds signatures settles it, and editors; any other whoever reads it. */
export function mayResolve(actor: Actor, comment: { blocking: boolean; authorId: string }): boolean {
	return !comment.blocking || comment.authorId === actor.userId || can(actor, 'comment.settle');
}
