import { leafStart, monthOf, monthsIn } from '@/lib/article/archive/archive';
import { type ArchiveLeaf, leafPath, periodName } from '@/lib/article/archive/leaf';
import { addDays } from '@/lib/time';
import { ArchiveStrip } from './archive-strip';
import { Pager } from './pager';

/** What stands under a leaf: the other leaves; of the whole archive its years and months; of a long year the month where it goes on. */
export function LeafEnd({ path, leaf }: { path: string; leaf: ArchiveLeaf }) {
	const { period, months, page, pages } = leaf;
	return (
		<>
			<Pager page={page} pages={pages} hrefOf={(no) => leafPath(path, { period, page: no })} />
			{period && !period.month && <Onward path={path} leaf={leaf} year={period.year} />}
			{!period && months.length > 1 && (
				<section className="archive-end" aria-labelledby="archive-head">
					<h2 id="archive-head" className="rubric">
						往年
					</h2>
					<ArchiveStrip path={path} months={months} unit="篇" />
				</section>
			)}
		</>
	);
}

/** A year shows its latest stories; the rest stand under their months. */
function Onward({ path, leaf, year }: { path: string; leaf: ArchiveLeaf; year: number }) {
	const start = leafStart(monthsIn(leaf.months, { year }), 2);
	if (!start) return null;
	const period = { year, month: monthOf(addDays(start.before, -1)) };
	return (
		<p className="archive-onward">
			这里是{year}年最新的 {leaf.rows.length} 篇，其余按月份排列。
			<a href={leafPath(path, { period, page: 1 })}>接着看{periodName(period)}</a>
		</p>
	);
}
