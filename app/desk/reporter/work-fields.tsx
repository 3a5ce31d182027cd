import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { ReporterDetail } from '@/lib/reporter/read';
import styles from '../user/person.module.css';

interface WorkFieldsProps {
	reporter?: ReporterDetail;
	errors: Record<string, string>;
}

export function WorkFields({ reporter, errors }: WorkFieldsProps) {
	return (
		<>
			<div className={styles.pair}>
				<Field label="部门" error={errors.department}>
					<TextInput name="department" defaultValue={reporter?.department} maxLength={40} />
				</Field>
				<Field label="记者证号" error={errors.pressCard}>
					<TextInput
						name="pressCard"
						defaultValue={reporter?.pressCard}
						maxLength={30}
						autoCapitalize="characters"
						spellCheck={false}
					/>
				</Field>
			</div>
			<Field label="条线" hint="用逗号隔开，如：教育，就业" error={errors.beats}>
				<TextInput name="beats" defaultValue={reporter?.beats.join('，')} maxLength={300} />
			</Field>
		</>
	);
}
