import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { safeNext } from '@/lib/auth/next-path';
import { getHouseName } from '@/lib/auth/read';
import { getActor } from '@/lib/auth/session';
import { Door } from './door';
import { LoginForm } from './login-form';

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
	await connection();
	const { next } = await searchParams;
	const target = safeNext(typeof next === 'string' ? next : null);
	if (await getActor()) redirect(target);
	return (
		<Door house={await getHouseName()}>
			<h1>登录</h1>
			<LoginForm next={target} />
			<p className="door-note">忘了密码，或还没有账号，请找管理员要一条设置密码的链接。</p>
		</Door>
	);
}
