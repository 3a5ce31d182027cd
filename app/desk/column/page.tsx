import type { Metadata } from 'next';
import { z } from 'zod';
import { PageHead } from '@/components/desk/page-head';
import { ChoiceRow } from '@/components/ui/choice-row';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/can';
import { headingNames } from '@/lib/column/heading';
import { listHeadings } from '@/lib/column/read';
import { HeadingKind } from '@/lib/column/schema';
import { deskRead } from '@/lib/page';
import { CreateButton } from './create-button';
import { HeadingTable } from './heading-table';
import { RetiredTable } from './retired-table';

export const metadata: Metadata = { title: '栏目' };

const Query = z.object({ kind: HeadingKind.catch('column') });

const teaching: Record<HeadingKind, string> = {
	column: '栏目是固定的版块，如一把手访谈：印在标题上方，读者可以按栏目往前翻。',
	series: '主题横幅跨栏目、跨期，印在标题上方的红线之间，如一次集中报道的总题。',
	tag: '标签说明稿件讲的是什么，一篇可以有几个；读者可以按标签找稿。',
};

export default async function ColumnPage({ searchParams }: { searchParams: Promise<object> }) {
	const { kind } = Query.parse(await searchParams);
	const { headings, mayManage } = await deskRead(async (actor) => ({
		headings: await listHeadings(actor, kind),
		mayManage: can(actor, 'column.manage'),
	}));
	const inUse = headings.filter((heading) => !heading.retiredAt);
	const retired = headings.filter((heading) => heading.retiredAt);
	const name = headingNames[kind];
	return (
		<>
			<PageHead title="栏目">{mayManage && <CreateButton key={kind} kind={kind} />}</PageHead>
			<ChoiceRow
				label="种类"
				choices={HeadingKind.options.map((option) => ({
					name: headingNames[option],
					href: option === 'column' ? '/desk/column' : `/desk/column?kind=${option}`,
					current: option === kind,
				}))}
			/>
			{inUse.length > 0 ? (
				<HeadingTable kind={kind} headings={inUse} mayManage={mayManage} />
			) : (
				<EmptyState title={`没有在用的${name}`}>
					<p>{teaching[kind]}</p>
				</EmptyState>
			)}
			{retired.length > 0 && <RetiredTable kind={kind} headings={retired} mayManage={mayManage} />}
		</>
	);
}
