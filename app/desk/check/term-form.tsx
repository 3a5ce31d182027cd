'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { severities, severityNames } from '@/lib/check/check';
import type { TermRow } from '@/lib/check/read';
import type { AddTermInput } from '@/lib/check/schema';
import { addTermAction, updateTermAction } from './actions';
import styles from './check.module.css';

interface TermFormProps {
	/** The word that is changed; none where one is added. */
	term?: TermRow;
	onClose: () => void;
}

/** One word of the newsroom's own. */
export function TermForm({ term, onClose }: TermFormProps) {
	const [rule, setRule] = useState(term?.rule ?? 'own-term');
	const { show } = useToast();
	const add = useAction(addTermAction);
	const update = useAction(updateTermAction);
	const { error, pending } = term ? update : add;
	const isOwn = rule === 'own-term';
	const submit = (form: FormData) => {
		const value = (name: string) => String(form.get(name) ?? '');
		const input: Parameters<typeof addTermAction>[0] = {
			rule: rule as AddTermInput['rule'],
			wrong: value('wrong'),
			...(isOwn && {
				right: value('right'),
				note: value('note'),
				source: value('source'),
				severity: value('severity') as AddTermInput['severity'],
			}),
		};
		const done = () => {
			onClose();
			show({ message: `“${value('wrong').trim()}”已记入词表，打开着的稿件稍后生效。` });
		};
		if (term) update.run({ id: term.id, ...input }, done);
		else add.run(input, done);
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submit(new FormData(event.currentTarget));
			}}
		>
			<Field label="种类" hint={isOwn ? '稿件里出现这个词就提示。' : '查错了的词：以后不再提示。'}>
				<Select value={rule} onChange={(event) => setRule(event.target.value)}>
					<option value="own-term">统一写法</option>
					<option value="dictionary">词典（不算错）</option>
				</Select>
			</Field>
			<Field label={isOwn ? '不这样写' : '词'} error={error?.fields.wrong}>
				<TextInput name="wrong" defaultValue={term?.wrong} maxLength={40} required />
			</Field>
			{isOwn && (
				<>
					<Field label="应写作" hint="空着只提示，不给改法。" error={error?.fields.right}>
						<TextInput name="right" defaultValue={term?.right} maxLength={40} />
					</Field>
					<Field label="提示语" hint="写稿的人看到的一句话，可以空着。" error={error?.fields.note}>
						<TextInput name="note" defaultValue={term?.note} maxLength={120} />
					</Field>
					<Field label="依据" error={error?.fields.source}>
						<TextInput name="source" defaultValue={term?.source} maxLength={60} placeholder="本报体例" />
					</Field>
					<Field label="轻重" hint="差错没有处理时不能签名。" error={error?.fields.severity}>
						<Select name="severity" defaultValue={term?.severity ?? 'warning'}>
							{severities.map((severity) => (
								<option key={severity} value={severity}>
									{severityNames[severity]}
								</option>
							))}
						</Select>
					</Field>
				</>
			)}
			<p role="alert" className={styles.fault}>
				{error && Object.keys(error.fields).length === 0 ? error.message : ''}
			</p>
			<DialogFoot>
				<Button onClick={onClose}>取消</Button>
				<Button type="submit" variant="primary" pending={pending && '正在保存…'}>
					保存
				</Button>
			</DialogFoot>
		</form>
	);
}
