'use client';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { type Role, roleNames, roles } from '@/lib/auth/roles';
import styles from './person.module.css';
import { roleDuties } from './role-duties';

export interface AccountValues {
	name: string;
	department: string;
	roles: readonly Role[];
	desks: readonly string[];
}

/** The fields that a new account and an edited one share, read back with `accountValues`. */
export function AccountFields({ values, errors }: { values?: AccountValues; errors: Record<string, string> }) {
	return (
		<>
			<Field label="姓名" error={errors.name}>
				<TextInput name="name" defaultValue={values?.name} maxLength={40} required />
			</Field>
			<Field label="部门" error={errors.department}>
				<TextInput name="department" defaultValue={values?.department} maxLength={40} />
			</Field>
			<Field label="负责审哪些部门的稿" hint="几个部门用顿号隔开；留空就是所有部门。" error={errors.desks}>
				<TextInput name="desks" defaultValue={values?.desks.join('、')} maxLength={400} />
			</Field>
			<fieldset className={styles.choices}>
				<legend>角色</legend>
				{roles.map((role) => (
					<div key={role} className={styles.choice}>
						<label className={styles.check}>
							<input
								type="checkbox"
								name="roles"
								value={role}
								defaultChecked={values?.roles.includes(role)}
								aria-describedby={`duty-${role}`}
							/>
							{roleNames[role]}
						</label>
						<span id={`duty-${role}`} className={styles.duty}>
							{roleDuties[role]}
						</span>
					</div>
				))}
				<p className={styles.error} role="alert">
					{errors.roles}
				</p>
			</fieldset>
		</>
	);
}

export function accountValues(form: FormData) {
	return {
		name: String(form.get('name') ?? ''),
		department: String(form.get('department') ?? ''),
		roles: form.getAll('roles') as Role[],
		desks: String(form.get('desks') ?? '')
			.split(/[、，,\s]+/)
			.filter(Boolean),
	};
}
