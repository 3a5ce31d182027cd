import Link from 'next/link';
import { Cell, HeadCell, Table } from '@/components/ui/table';
import { type AccountState, accountStateNames } from '@/lib/auth/account';
import type { AccountRow } from '@/lib/auth/read';
import { roleNames } from '@/lib/auth/roles';
import { dayAndTime } from '@/lib/time';
import styles from './person.module.css';

const stateMarks: Record<AccountState, string> = { working: '●', invited: '○', lapsed: '!', disabled: '×' };

export function AccountTable({ accounts }: { accounts: readonly AccountRow[] }) {
	return (
		<Table caption="账号">
			<thead>
				<tr>
					<HeadCell>姓名</HeadCell>
					<HeadCell look="minor">账号</HeadCell>
					<HeadCell>角色</HeadCell>
					<HeadCell look="detail">部门</HeadCell>
					<HeadCell>状态</HeadCell>
					<HeadCell look="minor">上次登录</HeadCell>
				</tr>
			</thead>
			<tbody>
				{accounts.map((account) => (
					<tr key={account.id} className={account.state === 'disabled' ? styles.gone : undefined}>
						<Cell>
							<Link href={`/desk/user/${account.id}`} prefetch={false} className={styles.name}>
								{account.name}
							</Link>
						</Cell>
						<Cell look="minor">{account.login}</Cell>
						<Cell>{account.roles.map((role) => roleNames[role]).join('、')}</Cell>
						<Cell look="detail">{account.department}</Cell>
						<Cell className={account.state === 'lapsed' ? styles.failed : undefined}>
							<span className={styles.state}>
								<span aria-hidden="true" className={styles.mark}>
									{stateMarks[account.state]}
								</span>
								{accountStateNames[account.state]}
							</span>
						</Cell>
						<Cell look="minor">{account.lastSignInAt ? dayAndTime(account.lastSignInAt) : '还没有登录过'}</Cell>
					</tr>
				))}
			</tbody>
		</Table>
	);
}
