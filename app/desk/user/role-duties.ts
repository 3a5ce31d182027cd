import type { Role } from '@/lib/auth/roles';

/** What each role may do, in the words that help to choose it; lib/auth/can.ts is the law. */
export const roleDuties: Record<Role, string> = {
	reporter: '写稿、改自己的稿、送审、传图',
	desk_editor: '改所有稿件、送审、退稿',
	department_head: '改所有稿件、送审、退稿',
	chief_on_duty: '签发、排版面、出版、更正、撤稿',
	page_editor: '改所有稿件、排版面',
	proofreader: '读所有稿件',
	chief_editor: '排版面、出版、更正、撤稿、管栏目',
	admin: '管账号、记者、栏目；不审稿，不出版',
};
