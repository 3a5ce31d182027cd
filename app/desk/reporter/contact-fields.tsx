import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { ReporterDetail } from '@/lib/reporter/read';
import styles from '../user/person.module.css';
import type { AccountChoice } from './reporter-form';

interface ContactFieldsProps {
	reporter?: ReporterDetail;
	accounts: readonly AccountChoice[];
	errors: Record<string, string>;
}

/** How a reporter is reached, whether readers see it, and the account he writes with. */
export function ContactFields({ reporter, accounts, errors }: ContactFieldsProps) {
	return (
		<>
			<div className={styles.pair}>
				<Field label="邮箱" error={errors.email}>
					<TextInput name="email" type="email" defaultValue={reporter?.email} maxLength={120} />
				</Field>
				<Field label="电话" error={errors.phone}>
					<TextInput name="phone" type="tel" defaultValue={reporter?.phone} maxLength={30} />
				</Field>
			</div>
			<div>
				<label className={styles.check}>
					<input
						type="checkbox"
						name="public"
						defaultChecked={reporter?.public ?? true}
						aria-describedby="public-meaning"
					/>
					对读者公开
				</label>
				<p id="public-meaning" className={styles.meaning}>
					署名链到记者页，页上有头像、条线和联系方式；离任后联系方式自动撤下。
				</p>
			</div>
			<Field label="关联账号" hint="这位记者登录用的账号；署他名字的稿件，不能由这个账号签发。" error={errors.userId}>
				<Select name="userId" defaultValue={reporter?.user?.id ?? ''}>
					<option value="">不关联</option>
					{accounts.map((account) => (
						<option key={account.id} value={account.id}>
							{account.name}（{account.login}）
						</option>
					))}
				</Select>
			</Field>
		</>
	);
}
