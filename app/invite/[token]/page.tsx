import { connection } from 'next/server';
import { Door } from '@/app/login/door';
import { minPassword } from '@/lib/auth/password-rule';
import { getHouseName, getInvite } from '@/lib/auth/read';
import { Lapsed } from './lapsed';
import { PasswordForm } from './password-form';

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
	await connection();
	const { token } = await params;
	const [house, owner] = await Promise.all([getHouseName(), getInvite(token)]);
	if (!owner) {
		return (
			<Door house={house}>
				<Lapsed />
			</Door>
		);
	}
	return (
		<Door house={house}>
			<h1>{owner.name}，请设置密码</h1>
			<PasswordForm token={token} login={owner.login} minLength={minPassword} />
			<p className="door-note">这条链接只能用一次。设好后会直接进入采编系统，以后用账号和密码登录。</p>
		</Door>
	);
}
