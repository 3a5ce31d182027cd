import type { PublishedHeading } from '@/lib/column/published';
import { filterNames, type SearchAsk } from '@/lib/search/ask';
import { queryLimit } from '@/lib/search/search';
import { isoToDate } from '@/lib/time';

/** The filters as fields of the search's form, folded away until one of them is on. What was typed wrong stays to be mended. */
export function SearchFilters({ ask, columns }: { ask: SearchAsk; columns: readonly PublishedHeading[] }) {
	const known = columns.find(({ slug, name }) => ask.column === slug || ask.column === name);
	return (
		<details className="search-filters" open={filterNames.some((name) => ask[name] !== '')}>
			<summary>筛选</summary>
			<div className="search-fields">
				<label>
					<span>栏目</span>
					<select name="column" defaultValue={known?.slug ?? ask.column}>
						<option value="">全部栏目</option>
						{ask.column !== '' && !known && <option value={ask.column}>{ask.column}</option>}
						{columns.map(({ slug, name }) => (
							<option key={slug} value={slug}>
								{name}
							</option>
						))}
					</select>
				</label>
				<label>
					<span>记者</span>
					<input
						name="reporter"
						defaultValue={ask.reporter}
						maxLength={queryLimit}
						placeholder="姓名"
						autoComplete="off"
					/>
				</label>
				<label>
					<span>标签</span>
					<input name="tag" defaultValue={ask.tag} maxLength={queryLimit} autoComplete="off" />
				</label>
				<label>
					<span>版次</span>
					<input name="no" defaultValue={ask.no} inputMode="numeric" maxLength={2} placeholder="1" autoComplete="off" />
				</label>
				<DayField label="从" name="from" value={ask.from} />
				<DayField label="到" name="to" value={ask.to} />
			</div>
		</details>
	);
}

/** A browser's own day field shows nothing that is no day: what is to be mended stands in a plain one. */
function DayField({ label, name, value }: { label: string; name: string; value: string }) {
	const isDay = value === '' || isoToDate(value) !== undefined;
	return (
		<label>
			<span>{label}</span>
			<input type={isDay ? 'date' : 'text'} name={name} defaultValue={value} />
		</label>
	);
}
