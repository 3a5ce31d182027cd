import Form from 'next/form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { ReporterFilters } from '@/lib/reporter/schema';
import styles from '../user/person.module.css';

interface ReporterFilterFormProps {
	filters: ReporterFilters;
	departments: readonly string[];
}

export function ReporterFilterForm({ filters, departments }: ReporterFilterFormProps) {
	return (
		<Form action="/desk/reporter" className={styles.filters} role="search" key={JSON.stringify(filters)}>
			<Field label="姓名或拼音" hideLabel>
				<TextInput name="q" type="search" defaultValue={filters.q} placeholder="姓名或拼音" />
			</Field>
			<Field label="部门" hideLabel>
				<Select name="department" defaultValue={filters.department}>
					<option value="">所有部门</option>
					{departments.map((department) => (
						<option key={department}>{department}</option>
					))}
				</Select>
			</Field>
			<Field label="范围" hideLabel>
				<Select name="show" defaultValue={filters.show}>
					<option value="active">在任</option>
					<option value="hidden">在任，不对读者公开</option>
					<option value="retired">已离任</option>
					<option value="all">全部</option>
				</Select>
			</Field>
			<Button type="submit">查找</Button>
		</Form>
	);
}
