import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ArticleListFilters } from '@/lib/article/schema';
import { isFiltered } from './list-url';

/** A list without stories: nothing matches, or nothing was written yet. */
export function EmptyList({ filters }: { filters: ArticleListFilters }) {
	return isFiltered(filters) || filters.page ? (
		<EmptyState title="没有符合条件的稿件" act={<ButtonLink href="/desk/article">清除条件</ButtonLink>}>
			<p>换一个状态或关键词试试。几个词用空格隔开，每个词都有的才列出来；弃用的稿件要点“弃用”才列出来。</p>
		</EmptyState>
	) : (
		<EmptyState title="还没有稿件">
			<p>
				按 n 或点“新建稿件”写第一篇；写好的 Word
				文档拖到这里就成草稿。写下的每个字自动保存；写好后送审，签发后就能上版。
			</p>
		</EmptyState>
	);
}
