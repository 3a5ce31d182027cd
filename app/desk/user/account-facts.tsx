import Link from 'next/link';
import type { AccountDetail } from '@/lib/auth/read';
import { dayAndTime } from '@/lib/time';
import styles from './person.module.css';

export function AccountFacts({ account }: { account: AccountDetail }) {
	const { login, createdAt, passwordChangedAt, openSessions, reporter } = account;
	return (
		<dl className={styles.facts}>
			<dt>登录账号</dt>
			<dd>{login}</dd>
			<dt>关联记者</dt>
			<dd>{reporter ? <Link href={`/desk/reporter/${reporter.id}`}>{reporter.name}</Link> : '没有'}</dd>
			<dt>建于</dt>
			<dd>{dayAndTime(createdAt)}</dd>
			<dt>密码改于</dt>
			<dd>{passwordChangedAt ? dayAndTime(passwordChangedAt) : '没有改过'}</dd>
			<dt>正在登录</dt>
			<dd>{openSessions > 0 ? `${openSessions} 处` : '没有'}</dd>
		</dl>
	);
}
