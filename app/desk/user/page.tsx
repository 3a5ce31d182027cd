import type { Metadata } from 'next';
import Form from 'next/form';
import { PageHead } from '@/components/desk/page-head';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { listAccounts } from '@/lib/auth/read';
import { AccountFilters } from '@/lib/auth/schema';
import { deskRead } from '@/lib/page';
import { AccountTable } from './account-table';
import styles from './person.module.css';

export const metadata: Metadata = { title: '账号' };

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
	const filters = AccountFilters.parse(await searchParams);
	const accounts = await deskRead((actor) => listAccounts(actor, filters));
	return (
		<>
			<PageHead title="账号" aside={`${accounts.length} 个`}>
				<ButtonLink href="/desk/user/new" variant="primary">
					新建账号
				</ButtonLink>
			</PageHead>
			<Form action="/desk/user" className={styles.filters} role="search">
				<Field label="姓名、账号或部门" hideLabel>
					<TextInput name="q" type="search" defaultValue={filters.q} placeholder="姓名、账号或部门" />
				</Field>
				<Field label="状态" hideLabel>
					<Select name="state" defaultValue={filters.state} key={filters.state}>
						<option value="all">全部</option>
						<option value="working">在用</option>
						<option value="waiting">还没有密码</option>
						<option value="disabled">已停用</option>
					</Select>
				</Field>
				<Button type="submit">查找</Button>
			</Form>
			{accounts.length > 0 ? (
				<AccountTable accounts={accounts} />
			) : (
				<EmptyState title="没有符合条件的账号" act={<ButtonLink href="/desk/user">看全部账号</ButtonLink>} />
			)}
		</>
	);
}
