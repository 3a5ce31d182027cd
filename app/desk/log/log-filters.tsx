import { actsByRoom, subjectTypeNames } from '@/components/desk/act-words';
import { Button, ButtonLink } from '@/components/ui/button';
import { FilterForm } from '@/components/ui/filter-form';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { TraceFilters } from '@/lib/trace/schema';
import styles from './log-filters.module.css';
import { toQuery } from './log-url';

interface LogFiltersProps {
	filters: TraceFilters;
	actors: readonly { id: string; name: string }[];
	isFiltered: boolean;
}

const controls = ['q', 'actorId', 'subjectType', 'act', 'from', 'to'] as const;

export function LogFilters({ filters, actors, isFiltered }: LogFiltersProps) {
	const { before, ...kept } = filters;
	return (
		<FilterForm action="/desk/log" label="查找记录" values={toQuery(kept)} controls={controls}>
			<TextInput
				type="search"
				name="q"
				defaultValue={filters.q}
				placeholder="对象名称里有……"
				aria-label="对象名称里有"
			/>
			<Select name="actorId" aria-label="谁做的" defaultValue={filters.actorId ?? ''}>
				<option value="">全部人员</option>
				{actors.map(({ id, name }) => (
					<option key={id} value={id}>
						{name}
					</option>
				))}
			</Select>
			<Select name="subjectType" aria-label="对象" defaultValue={filters.subjectType ?? ''}>
				<option value="">全部对象</option>
				{Object.entries(subjectTypeNames).map(([type, name]) => (
					<option key={type} value={type}>
						{name}
					</option>
				))}
			</Select>
			<Select name="act" aria-label="动作" defaultValue={filters.act ?? ''}>
				<option value="">全部动作</option>
				{Object.entries(actsByRoom).map(([room, acts]) => (
					<optgroup key={room} label={room}>
						{Object.entries(acts).map(([act, name]) => (
							<option key={act} value={act}>
								{name}
							</option>
						))}
					</optgroup>
				))}
			</Select>
			<span className={styles.days}>
				<TextInput type="date" name="from" defaultValue={filters.from} aria-label="从哪一天" />
				<span aria-hidden="true">至</span>
				<TextInput type="date" name="to" defaultValue={filters.to} aria-label="到哪一天" />
			</span>
			<Button type="submit">查找</Button>
			{isFiltered && (
				<ButtonLink variant="quiet" href="/desk/log">
					清除条件
				</ButtonLink>
			)}
		</FilterForm>
	);
}
