import type { Role } from '@/generated/prisma/enums';

export type { Role };

/** What each role is called in the newsroom, in the order in which lists show them. */
export const roleNames: Record<Role, string> = {
	reporter: '记者',
	desk_editor: '责任编辑',
	department_head: '部主任',
	chief_on_duty: '值班总编',
	page_editor: '版面编辑',
	proofreader: '校对',
	chief_editor: '总编',
	admin: '管理员',
};

export const roles = Object.keys(roleNames) as Role[];

/** The signed-in person on whose behalf a command runs; roles are read from the database on every request. */
export interface Actor {
	userId: string;
	paperId: string;
	name: string;
	department: string;
	roles: readonly Role[];
	/** Departments whose stories the roles judge; none: every department's. */
	desks: readonly string[];
	/** For the trace; empty where there is no network between (seeds, jobs). */
	ip: string;
}

export function hasRole(actor: Actor, ...anyOf: Role[]): boolean {
	return anyOf.some((role) => actor.roles.includes(role));
}
