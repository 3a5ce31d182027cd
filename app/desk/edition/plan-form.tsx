'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useAction } from '@/components/ui/use-action';
import type { EditionModel } from '@/lib/edition/plan/read';
import { chineseDate, weekday } from '@/lib/time';
import { copyEditionAction, createEditionAction } from './actions';
import { ModelPages } from './model-pages';
import { PageNames } from './page-names';
import styles from './plan-form.module.css';

export interface Proposal {
	date: string;
	issueNo: number;
}

interface PlanFormProps {
	proposal: Proposal;
	models: readonly EditionModel[];
	onCancel: () => void;
}

const usualPages = ['要闻', '综合', '经济', '副刊'];

export function PlanForm({ proposal, models, onCancel }: PlanFormProps) {
	const router = useRouter();
	const create = useAction(createEditionAction);
	const copy = useAction(copyEditionAction);
	const [date, setDate] = useState(proposal.date);
	const [pages, setPages] = useState(usualPages);
	const [from, setFrom] = useState(models.find(isPlanned)?.date ?? '');
	const model = models.find((candidate) => candidate.date === from);
	const { error, pending } = model ? copy : create;
	const fields = error?.fields ?? {};
	const submit = (form: FormData) => {
		const issueNo = Number(form.get('issueNo')) || undefined;
		const open = () => router.push(`/desk/edition/${date}`);
		if (model) copy.run({ date, issueNo, from }, open);
		else create.run({ date, issueNo, pages }, open);
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
					<TextInput type="date" value={date} onChange={(event) => setDate(event.target.value)} required />
				</Field>
				<Field label="总期号" hint="上一期的下一号" error={fields.issueNo}>
					<TextInput type="number" name="issueNo" inputMode="numeric" min={1} defaultValue={proposal.issueNo} />
				</Field>
			</div>
			<ModelChoice models={models} from={from} onChange={setFrom} error={fields.from} />
			{model ? (
				<ModelPages model={model} date={date} />
			) : (
				<PageNames names={pages} onChange={setPages} errors={fields} />
			)}
			{error && <Notice tone="error">{error.message}</Notice>}
			<DialogFoot>
				<Button onClick={onCancel}>取消</Button>
				<Button type="submit" variant="primary" pending={pending && '正在建期…'}>
					建期
				</Button>
			</DialogFoot>
		</form>
	);
}

interface ModelChoiceProps {
	models: readonly EditionModel[];
	from: string;
	onChange: (from: string) => void;
	error: string | undefined;
}

/** 照哪一期: which edition the new one is planned like. */
function ModelChoice({ models, from, onChange, error }: ModelChoiceProps) {
	if (models.length === 0) return null;
	return (
		<Field label="照哪一期" error={error}>
			<Select value={from} onChange={(event) => onChange(event.target.value)}>
				<option value="">不照哪一期，自己定版名</option>
				{models.map((each) => (
					<option key={each.date} value={each.date}>
						{nameOf(each)}
					</option>
				))}
			</Select>
		</Field>
	);
}

/** Whether more than its pages was planned. */
function isPlanned({ pages }: EditionModel): boolean {
	return pages.some((page) => page.deadline !== null || page.slots > 0);
}

function nameOf({ date, pages }: EditionModel): string {
	const slots = pages.reduce((total, page) => total + page.slots, 0);
	return [`${chineseDate(date)} ${weekday(date)}`, `${pages.length} 版`, slots > 0 && `${slots} 个稿位`]
		.filter(Boolean)
		.join(' · ');
}
