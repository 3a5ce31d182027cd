import type { Metadata } from 'next';
import { z } from 'zod';
import { PageHead } from '@/components/desk/page-head';
import { ChoiceRow } from '@/components/ui/choice-row';
import { EmptyState } from '@/components/ui/empty-state';
import { listTerms } from '@/lib/check/read';
import { deskRead } from '@/lib/page';
import { ImportButton } from './import-button';
import { RuleList } from './rule-list';
import { TermButton } from './term-button';
import { TermTable } from './term-table';

export const metadata: Metadata = { title: '检查规则' };

const Query = z.object({ tab: z.enum(['terms', 'rules']).catch('terms') });

/** 检查规则: the newsroom's own words, and the rules that the program brings. */
export default async function ChecksPage({ searchParams }: { searchParams: Promise<object> }) {
	const { tab } = Query.parse(await searchParams);
	const { terms, off } = await deskRead(listTerms);
	return (
		<>
			<PageHead title="检查规则" aside={tab === 'terms' ? `${terms.length} 个词` : undefined}>
				{tab === 'terms' && (
					<>
						<ImportButton />
						<TermButton />
					</>
				)}
			</PageHead>
			<ChoiceRow
				label="内容"
				choices={[
					{ name: '本报词表', href: '/desk/check', current: tab === 'terms' },
					{ name: '自带规则', href: '/desk/check?tab=rules', current: tab === 'rules' },
				]}
			/>
			{tab === 'rules' && <RuleList off={off} />}
			{tab === 'terms' && terms.length > 0 && <TermTable terms={terms} />}
			{tab === 'terms' && terms.length === 0 && (
				<EmptyState title="词表还是空的" act={<TermButton />}>
					<p>
						写稿时按词表提示：本报统一的写法（青禾 →
						青禾镇）、常写错的地名和单位名。查错了的词加进词典，以后不再提示；编辑稿件时在检查栏里也能加。
					</p>
				</EmptyState>
			)}
		</>
	);
}
