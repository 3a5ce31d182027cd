import type { ArticleState } from '@/generated/prisma/enums';

/** What readers have of a story: nothing, an earlier version, exactly this. */
export type ReadersHave = 'nothing' | 'earlier' | 'this';

export const readersHaveWords: Record<ReadersHave, string> = {
	nothing: '未刊发',
	earlier: '读者看到的是上一稿',
	this: '已刊发',
};

/** How long a link shows its story. */
export const previewHours = 24;
/** Links of one story that may be open at a time. */
export const mostOpenLinks = 10;

/** Why a link shows nothing any more. */
export type Lapse = 'expired' | 'revoked' | 'closed';

export interface LinkFacts {
	expiresAt: Date;
	revokedAt: Date | null;
	/** Whether whoever made it still has an account that is in use. */
	makerIsHere: boolean;
	state: ArticleState;
}

/** Why a link is over; undefined while it shows its story. What was spiked or withdrawn is shown to nobody. */
export function lapseOf({ expiresAt, revokedAt, makerIsHere, state }: LinkFacts, now: Date): Lapse | undefined {
	if (revokedAt || !makerIsHere) return 'revoked';
	if (expiresAt <= now) return 'expired';
	return state === 'spiked' || state === 'withdrawn' ? 'closed' : undefined;
}

/** What is said to whoever still holds a link that is over. */
export const lapseSentences: Record<Lapse, string> = {
	expired: `预览链接只在 ${previewHours} 小时内有效，这一条已经过期。需要再看，请向发链接的编辑要一条新的。`,
	revoked: '这条预览链接已由编辑部撤销。需要再看，请向发链接的编辑要一条新的。',
	closed: '这篇稿件不再刊发，预览已经关闭。',
};

/** Whether other devices can reach a host: not the names of the machine itself. */
export function isReachable(host: string): boolean {
	const name = host
		.replace(/:\d+$/, '')
		.replace(/^\[|\]$/g, '')
		.toLowerCase();
	return !(name === 'localhost' || name.endsWith('.localhost') || name === '::1' || name.startsWith('127.'));
}
