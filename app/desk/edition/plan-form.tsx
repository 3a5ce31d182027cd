'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useAction } from '@/components/ui/use-action';
import { createEditionAction } from './actions';
import { PageNames } from './page-names';
import styles from './plan-form.module.css';

export interface Proposal {
	date: string;
	issueNo: number;
}

const usualPages = ['要闻', '综合', '经济', '副刊'];

export function PlanForm({ proposal, onCancel }: { proposal: Proposal; onCancel: () => void }) {
	const router = useRouter();
	const create = useAction(createEditionAction);
	const [pages, setPages] = useState(usualPages);
	const fields = create.error?.fields ?? {};
	const submit = (form: FormData) => {
		const date = String(form.get('date'));
		const issueNo = Number(form.get('issueNo')) || undefined;
		create.run({ date, issueNo, pages }, () => router.push(`/desk/edition/${date}`));
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submit(new FormData(event.currentTarget));
			}}
		>
			<div className={styles.row}>
				<Field label="日期" error={fields.date}>
					<TextInput type="date" name="date" defaultValue={proposal.date} required />
				</Field>
				<Field label="总期号" hint="上一期的下一号" error={fields.issueNo}>
					<TextInput type="number" name="issueNo" inputMode="numeric" min={1} defaultValue={proposal.issueNo} />
				</Field>
			</div>
			<PageNames names={pages} onChange={setPages} errors={fields} />
			{create.error && <Notice tone="error">{create.error.message}</Notice>}
			<DialogFoot>
				<Button onClick={onCancel}>取消</Button>
				<Button type="submit" variant="primary" pending={create.pending && '正在建期…'}>
					建期
				</Button>
			</DialogFoot>
		</form>
	);
}
