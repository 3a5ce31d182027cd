import type { Act } from '@/lib/auth/can';

/** A room of the desk, as the rail and the keys know it. */
export interface Room {
	name: string;
	href: string;
	keys: string;
	/** Who may not do this does not see the room. */
	act: Act;
}

export const rooms: readonly Room[] = [
	{ name: '稿件', href: '/desk/article', keys: 'g a', act: 'article.list' },
	{ name: '审稿', href: '/desk/review', keys: 'g v', act: 'article.list' },
	{ name: '版面', href: '/desk/edition', keys: 'g e', act: 'edition.read' },
	{ name: '栏目', href: '/desk/column', keys: 'g c', act: 'column.read' },
	{ name: '记者', href: '/desk/reporter', keys: 'g r', act: 'reporter.read' },
	{ name: '检查规则', href: '/desk/check', keys: 'g k', act: 'check.manage' },
	{ name: '账号', href: '/desk/user', keys: 'g u', act: 'user.manage' },
	{ name: '留痕', href: '/desk/log', keys: 'g l', act: 'trace.read' },
	{ name: '设置', href: '/desk/setting', keys: 'g s', act: 'setting.manage' },
];

/** Whether a path is in the room that begins at `href`. */
export function isInRoom(path: string, href: string): boolean {
	return path === href || path.startsWith(`${href}/`);
}
