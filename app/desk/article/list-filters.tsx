import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { type Choice, ChoiceRow } from '@/components/ui/choice-row';
import { FilterForm } from '@/components/ui/filter-form';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { stateNames } from '@/lib/article/article';
import type { ArticleListFilters } from '@/lib/article/schema';
import { isFiltered, listHref, toQuery } from './list-url';

type State = NonNullable<ArticleListFilters['state']>;

/** In the order of a story's life. */
const states: readonly State[] = [
	'draft',
	'submitted',
	'returned',
	'signed_off',
	'placed',
	'locked',
	'published',
	'corrected',
	'withdrawn',
	'spiked',
];

interface StateRowProps {
	filters: ArticleListFilters;
	byState: Partial<Record<State, number>>;
}

/** The states that any story is in, with how many; what was spiked counts apart. */
export function StateRow({ filters, byState }: StateRowProps) {
	const living = states.filter((state) => state !== 'spiked').reduce((sum, state) => sum + (byState[state] ?? 0), 0);
	const choices: Choice[] = [
		{ name: '全部', href: listHref(filters, { state: undefined }), current: !filters.state, count: living },
		...states
			.filter((state) => byState[state] || filters.state === state)
			.map((state) => ({
				name: stateNames[state],
				href: listHref(filters, { state }),
				current: filters.state === state,
				count: byState[state] ?? 0,
			})),
	];
	return <ChoiceRow label="按状态" choices={choices} />;
}

export interface Option {
	value: string;
	name: string;
}

interface ListFiltersProps {
	filters: ArticleListFilters;
	columns: readonly Option[];
	reporters: readonly Option[];
	editions: readonly Option[];
	/** Whether this person sees others' stories too. */
	seesAll: boolean;
}

const controls = ['q', 'column', 'reporter', 'edition', 'mine'] as const;

export function ListFilters({ filters, columns, reporters, editions, seesAll }: ListFiltersProps) {
	const { page, ...kept } = filters;
	return (
		<FilterForm action="/desk/article" label="查找稿件" values={toQuery(kept)} controls={controls}>
			<TextInput
				type="search"
				name="q"
				defaultValue={filters.q}
				placeholder="标题、正文、署名、图说"
				aria-label="稿件里有"
			/>
			<Choose name="column" label="栏目" value={filters.column} options={columns} />
			<Choose name="reporter" label="记者" value={filters.reporter} options={reporters} />
			<Choose name="edition" label="期" value={filters.edition} options={editions} />
			{seesAll && (
				<Checkbox name="mine" value="1" defaultChecked={filters.mine === '1'}>
					只看我的
				</Checkbox>
			)}
			<Button type="submit">查找</Button>
			{isFiltered(filters) && (
				<ButtonLink variant="quiet" href="/desk/article">
					清除条件
				</ButtonLink>
			)}
		</FilterForm>
	);
}

interface ChooseProps {
	name: string;
	label: string;
	value: string | undefined;
	options: readonly Option[];
}

/** A value that is not among the options any more stays chosen, so that the list and its filter agree. */
function Choose({ name, label, value = '', options }: ChooseProps) {
	const known = value === '' || options.some((option) => option.value === value);
	return (
		<Select name={name} aria-label={label} defaultValue={value}>
			<option value="">{`全部${label}`}</option>
			{!known && <option value={value}>{value}</option>}
			{options.map((option) => (
				<option key={option.value} value={option.value}>
					{option.name}
				</option>
			))}
		</Select>
	);
}
