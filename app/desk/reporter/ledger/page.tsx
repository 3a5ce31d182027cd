import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHead } from '@/components/desk/page-head';
import { Button } from '@/components/ui/button';
import { ChoiceRow } from '@/components/ui/choice-row';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterForm } from '@/components/ui/filter-form';
import { Pagination } from '@/components/ui/pagination';
import { TextInput } from '@/components/ui/text-input';
import { deskRead } from '@/lib/page';
import { listLedger } from '@/lib/reporter/ledger/read';
import { LedgerFilters, ledgerPageSize } from '@/lib/reporter/ledger/schema';
import { AddPersonButton } from './add-person-button';
import { LedgerList } from './ledger-list';
import { ledgerUrl } from './ledger-url';

export const metadata: Metadata = { title: '人名库' };

const tabNames: Record<LedgerFilters['tab'], string> = { proposed: '待确认', used: '在用', all: '全部' };

const tabs = Object.keys(tabNames) as LedgerFilters['tab'][];

const teaching: Record<LedgerFilters['tab'], string> = {
	proposed: '稿件见报后，里面“职务+姓名”的写法会自动列到这里，等人确认；确认过的才用来核对稿件。',
	used: '还没有确认过的职务。先处理“待确认”，或者手工新建一个人。',
	all: '人名库里没有符合条件的人。',
};

/** 人名库: who holds which office since when; what was read from stories waits to be confirmed. */
export default async function LedgerPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
	const filters = LedgerFilters.parse(await searchParams);
	const { rows, total, proposed } = await deskRead((actor) => listLedger(actor, filters));
	const { tab, q, page } = filters;
	return (
		<>
			<PageHead title="人名库" aside={`${total} 人`} back={<Link href="/desk/reporter">记者</Link>}>
				<AddPersonButton />
			</PageHead>
			<ChoiceRow
				label="范围"
				choices={tabs.map((option) => ({
					name: tabNames[option],
					href: ledgerUrl({ tab: option, q, page: 1 }),
					current: option === tab,
					...(option === 'proposed' && { count: proposed }),
				}))}
			/>
			<FilterForm
				action="/desk/reporter/ledger"
				label="找人"
				controls={['q']}
				values={{ ...(tab !== 'proposed' && { tab }), ...(q && { q }) }}
			>
				<TextInput
					type="search"
					name="q"
					aria-label="姓名、拼音或职务"
					placeholder="姓名、拼音或职务"
					defaultValue={q}
				/>
				<Button type="submit">查找</Button>
			</FilterForm>
			{rows.length > 0 ? (
				<LedgerList rows={rows} tab={tab} />
			) : (
				<EmptyState title={q ? '没有找到' : tab === 'proposed' ? '没有待确认的职务' : '还没有人'}>
					<p>{teaching[tab]}</p>
				</EmptyState>
			)}
			<Pagination
				page={page}
				pageSize={ledgerPageSize}
				total={total}
				unit="人"
				hrefOf={(page) => ledgerUrl({ tab, q, page })}
			/>
		</>
	);
}
