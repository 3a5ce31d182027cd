'use client';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { stateNames } from '@/lib/article/article';
import { type PoolFilter, type PoolStory, toLength } from '@/lib/edition/plan/pool';
import styles from './story-pool.module.css';

interface PoolFiltersProps {
	stories: readonly PoolStory[];
	filter: PoolFilter;
	isFiltering: boolean;
	onChange: (change: Partial<PoolFilter>) => void;
	onClear: () => void;
}

/** Which stories of the pool are shown: by column, department, state and length. */
export function PoolFilters({ stories, filter, isFiltering, onChange, onClear }: PoolFiltersProps) {
	const columns = new Map(stories.flatMap((story) => (story.columnId ? [[story.columnId, story.columnName]] : [])));
	const desks = new Set(stories.flatMap((story) => story.desk || []));
	const states = new Set(stories.map((story) => story.state));
	return (
		<search className={styles.filters} aria-label="筛选待上版">
			<Select aria-label="栏目" value={filter.column} onChange={(event) => onChange({ column: event.target.value })}>
				<option value="">全部栏目</option>
				{[...columns].map(([id, name]) => (
					<option key={id} value={id ?? ''}>
						{name}
					</option>
				))}
			</Select>
			<Select aria-label="部门" value={filter.desk} onChange={(event) => onChange({ desk: event.target.value })}>
				<option value="">全部部门</option>
				{[...desks].map((desk) => (
					<option key={desk}>{desk}</option>
				))}
			</Select>
			<Select aria-label="状态" value={filter.state} onChange={(event) => onChange({ state: event.target.value })}>
				<option value="">全部状态</option>
				{[...states].map((state) => (
					<option key={state} value={state}>
						{stateNames[state]}
					</option>
				))}
			</Select>
			<div className={styles.lengths}>
				<Length label="最少字数" placeholder="字数从" value={filter.from} onChange={(from) => onChange({ from })} />
				<span aria-hidden="true">–</span>
				<Length label="最多字数" placeholder="到" value={filter.to} onChange={(to) => onChange({ to })} />
			</div>
			{isFiltering && <Button onClick={onClear}>清除筛选</Button>}
		</search>
	);
}

interface LengthProps {
	label: string;
	placeholder: string;
	value: number | null;
	onChange: (value: number | null) => void;
}

function Length({ label, placeholder, value, onChange }: LengthProps) {
	return (
		<TextInput
			inputMode="numeric"
			aria-label={label}
			placeholder={placeholder}
			maxLength={5}
			value={value ?? ''}
			onChange={(event) => onChange(toLength(event.target.value.replace(/\D/g, '')))}
		/>
	);
}
