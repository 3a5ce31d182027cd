'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { ReviewMode } from '@/generated/prisma/enums';
import { setReviewModeAction } from './actions';
import styles from './setting.module.css';

const modes: { mode: ReviewMode; name: string; meaning: string }[] = [
	{
		mode: 'strict',
		name: '严格',
		meaning: '谁写的稿件，谁不能审；一个人只能签一审。三审由三个人签。',
	},
	{
		mode: 'flagged',
		name: '留痕放行',
		meaning: '人手不够时，可以由写稿人或签过别审的人来签，但要写明理由；理由记入留痕和审稿单，标红。',
	},
];

/** 审者分离: how strictly the paper keeps writers and signers apart. */
export function ReviewModeForm({ reviewMode }: { reviewMode: ReviewMode }) {
	const [chosen, setChosen] = useState(reviewMode);
	const { show } = useToast();
	const { run, pending, error } = useAction(setReviewModeAction);
	return (
		<form
			className={styles.form}
			onSubmit={(event) => {
				event.preventDefault();
				run({ reviewMode: chosen }, () => show({ message: '已改审者分离' }));
			}}
		>
			<fieldset className={styles.choices}>
				<legend>三审的审者分离</legend>
				{modes.map(({ mode, name, meaning }) => (
					<label key={mode} className={styles.choice}>
						<input
							type="radio"
							name="mode"
							checked={chosen === mode}
							onChange={() => setChosen(mode)}
							aria-describedby={`meaning-${mode}`}
						/>
						<span>{name}</span>
						<span id={`meaning-${mode}`} className={styles.meaning}>
							{meaning}
						</span>
					</label>
				))}
			</fieldset>
			{error && <Notice tone="error">{error.message}</Notice>}
			<Button type="submit" variant="primary" disabled={chosen === reviewMode} pending={pending && '正在保存…'}>
				保存
			</Button>
		</form>
	);
}
