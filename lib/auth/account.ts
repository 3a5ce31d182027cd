import { Refusal } from '@/lib/errors';
import type { Role } from './roles';

/** What an account is worth at a moment: `invited` has a link to set its password, `lapsed` has none. */
export type AccountState = 'working' | 'invited' | 'lapsed' | 'disabled';

export const accountStateNames: Record<AccountState, string> = {
	working: '在用',
	invited: '待设密码',
	lapsed: '待发链接',
	disabled: '已停用',
};

export interface AccountFacts {
	disabled: boolean;
	hasPassword: boolean;
	/** Whether an unused link is still valid. */
	hasInvite: boolean;
}

export function accountState({ disabled, hasPassword, hasInvite }: AccountFacts): AccountState {
	if (disabled) return 'disabled';
	if (hasPassword) return 'working';
	return hasInvite ? 'invited' : 'lapsed';
}

/** What a change of an account is judged by. */
export interface AccountChange {
	actorId: string;
	userId: string;
	/** Administrators who can sign in, this account left out. */
	otherAdmins: number;
	/** Whether this account is one of them now. */
	isWorkingAdmin: boolean;
}

/** Refuses to shut out oneself, or the last one who could open the door again. */
export function mustMayDisable(change: AccountChange): void {
	if (change.actorId === change.userId) throw new Refusal('forbidden', '不能停用自己的账号。请由另一位管理员来做。');
	mustKeepAdmin(change);
}

/** Refuses roles that would leave the house without a working administrator. */
export function mustMayHoldRoles(change: AccountChange, roles: readonly Role[]): void {
	if (!roles.includes('admin')) mustKeepAdmin(change);
}

function mustKeepAdmin({ isWorkingAdmin, otherAdmins }: AccountChange): void {
	if (isWorkingAdmin && otherAdmins === 0) {
		throw new Refusal('wrong-state', '这是最后一位能登录的管理员。请先让另一位管理员到位。');
	}
}
