'use server';
import { deskAction } from '@/lib/action';
import { AccountInput, ChangePasswordInput, CreateAccountInput, UpdateAccountInput } from '@/lib/auth/schema';
import { signIn } from '@/lib/auth/session';
import {
	changePassword,
	createAccount,
	disableAccount,
	enableAccount,
	renewInvite,
	updateAccount,
} from '@/lib/auth/write';

export const createAccountAction = deskAction(CreateAccountInput, createAccount);
export const updateAccountAction = deskAction(UpdateAccountInput, updateAccount);
export const disableAccountAction = deskAction(AccountInput, disableAccount);
export const enableAccountAction = deskAction(AccountInput, enableAccount);
export const renewInviteAction = deskAction(AccountInput, renewInvite);

/** The change ends every session of the account; the one who made it gets a new one at once. */
export const changePasswordAction = deskAction(ChangePasswordInput, async (actor, input) => {
	const { login } = await changePassword(actor, input);
	await signIn('credentials', { login, password: input.password, redirect: false });
});
