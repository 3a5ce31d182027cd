import { z } from 'zod';
import { Role } from '@/generated/prisma/enums';
import { foldLogin } from './sign-in/limit';

/** What the sign-in form sends. Lengths are wide: the check itself says what is wrong. */
export const SignInInput = z.object({
	login: z.string('请填写账号。').trim().min(1, '请填写账号。').max(200, '账号过长。'),
	password: z.string('请填写密码。').min(1, '请填写密码。').max(500, '密码过长。'),
});

const login = z
	.string()
	.transform(foldLogin)
	.pipe(
		z
			.string()
			.min(2, '账号至少 2 个字符。')
			.max(32, '账号最多 32 个字符。')
			.regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]*$/u, '账号只能用文字、数字和 . _ - @，以文字或数字开头。'),
	);
const name = z.string().trim().min(1, '请填写姓名。').max(40, '姓名最多 40 个字符。');
const department = z.string().trim().max(40, '部门最多 40 个字符。');
const roles = z
	.array(z.enum(Role))
	.min(1, '至少选一个角色。')
	.transform((chosen) => [...new Set(chosen)]);

/** Departments whose stories the roles judge; none means all. */
const desks = z
	.array(department.min(1))
	.max(20, '负责部门最多 20 个。')
	.transform((chosen) => [...new Set(chosen)])
	.default([]);

export const CreateAccountInput = z.object({ login, name, department, roles, desks });
export type CreateAccountInput = z.input<typeof CreateAccountInput>;

export const UpdateAccountInput = z.object({ id: z.string(), name, department, roles, desks });
export type UpdateAccountInput = z.input<typeof UpdateAccountInput>;

export const AccountInput = z.object({ id: z.string() });
export type AccountInput = z.infer<typeof AccountInput>;

/** The rule for new passwords needs their owner and stands in password-rule.ts. */
export const AcceptInviteInput = z.object({ token: z.string(), password: z.string().max(1000) });
export type AcceptInviteInput = z.infer<typeof AcceptInviteInput>;

export const ChangePasswordInput = z.object({
	current: z.string().min(1, '请填写现在的密码。').max(500, '密码过长。'),
	password: z.string().max(1000),
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

export const AccountFilters = z.object({
	q: z.string().trim().max(40).catch(''),
	state: z.enum(['all', 'working', 'waiting', 'disabled']).catch('all'),
});
export type AccountFilters = z.infer<typeof AccountFilters>;
