import { Cell, HeadCell, Table } from '@/components/ui/table';
import { agentName } from '@/lib/auth/agent';
import type { SignInRow } from '@/lib/auth/read';
import { isSignInReason, signInReasonNames } from '@/lib/auth/sign-in/limit';
import { dayAndTime } from '@/lib/time';
import styles from './person.module.css';

/** The latest attempts to sign in to one account. */
export function SignInTable({ history }: { history: readonly SignInRow[] }) {
	if (history.length === 0) return <p className={styles.note}>还没有人用这个账号登录过。</p>;
	return (
		<Table caption="登录记录，新的在前">
			<thead>
				<tr>
					<HeadCell>时间</HeadCell>
					<HeadCell>结果</HeadCell>
					<HeadCell>地址</HeadCell>
					<HeadCell look="minor">浏览器</HeadCell>
				</tr>
			</thead>
			<tbody>
				{history.map((row) => (
					<tr key={row.id}>
						<Cell>
							<time dateTime={row.at.toISOString()}>{dayAndTime(row.at)}</time>
						</Cell>
						<Cell className={row.ok ? undefined : styles.failed}>
							{isSignInReason(row.reason) ? signInReasonNames[row.reason] : row.reason}
						</Cell>
						<Cell>{row.ip}</Cell>
						<Cell look="minor" title={row.agent}>
							{agentName(row.agent)}
						</Cell>
					</tr>
				))}
			</tbody>
		</Table>
	);
}
