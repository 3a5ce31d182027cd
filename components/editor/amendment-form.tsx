'use client';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { noteOfAmendment } from '@/lib/article/amendment';
import { amendmentCauseNames } from '@/lib/article/article';
import type { Amendment } from '@/lib/article/schema';
import styles from './amendment-form.module.css';
import type { Head } from './head';

interface AmendmentFormProps {
	amendment: Head['amendment'];
	change: (patch: Partial<Head>) => void;
}

const blank: Amendment = { kind: 'correction', wrong: '', right: '', foundBy: '', cause: 'reporting', note: '' };

/**
 * 更正说明: what readers will be told when the next version of a published story takes the place of the one they have.
 * It is saved and reviewed with the text.
 */
export function AmendmentForm({ amendment, change }: AmendmentFormProps) {
	const now = amendment ?? blank;
	const set = (patch: Partial<Amendment>) => change({ amendment: { ...now, ...patch } });
	const isCorrection = now.kind === 'correction';
	return (
		<fieldset className={styles.form}>
			<legend>更正说明（与正文一同送审）</legend>
			<div className={styles.kinds}>
				<label>
					<input type="radio" checked={isCorrection} onChange={() => set({ kind: 'correction' })} />
					更正差错
				</label>
				<label>
					<input type="radio" checked={!isCorrection} onChange={() => set({ kind: 'update' })} />
					补充更新
				</label>
			</div>
			{isCorrection && (
				<>
					<Field label="错在何处">
						<TextInput value={now.wrong} maxLength={300} onChange={(event) => set({ wrong: event.target.value })} />
					</Field>
					<Field label="正确的是">
						<TextInput value={now.right} maxLength={300} onChange={(event) => set({ right: event.target.value })} />
					</Field>
					<div className={styles.pair}>
						<Field label="谁发现的">
							<TextInput
								value={now.foundBy}
								maxLength={60}
								onChange={(event) => set({ foundBy: event.target.value })}
							/>
						</Field>
						<Field label="出错环节">
							<Select value={now.cause} onChange={(event) => set({ cause: event.target.value as Amendment['cause'] })}>
								{Object.entries(amendmentCauseNames).map(([code, name]) => (
									<option key={code} value={code}>
										{name}
									</option>
								))}
							</Select>
						</Field>
					</div>
				</>
			)}
			<Field
				label="给读者看的说明"
				hint={isCorrection && now.note === '' && now.wrong ? `不写则为：${noteOfAmendment(now)}` : undefined}
			>
				<TextArea value={now.note} maxLength={300} onChange={(event) => set({ note: event.target.value })} />
			</Field>
		</fieldset>
	);
}
