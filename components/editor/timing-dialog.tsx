'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { ActionResult } from '@/lib/action';
import { ofDayTimeInput, toDayTimeInput, untilDue } from '@/lib/time';
import type { EditedArticle } from './article-editor';

type Door<Input> = (input: Input) => Promise<ActionResult<unknown>>;

export interface TimingDoors {
	schedule: Door<{ id: string; urgent: boolean; dueAt: string | null; embargoUntil: string | null }>;
	time: Door<{ id: string; publishAt: string | null }>;
}

interface TimingButtonProps {
	article: EditedArticle;
	/** 《…》 */
	title: string;
	doors: TimingDoors;
}

/** 时限: whether it is urgent, when it is due, before when it must not be out, when it goes online by itself. */
export function TimingButton({ article, title, doors }: TimingButtonProps) {
	const [open, setOpen] = useState(false);
	if (!article.mayPlan.schedule && !article.mayPlan.time) return null;
	return (
		<>
			<Button onClick={() => setOpen(true)}>{wordsOf(article)}</Button>
			{open && <TimingDialog article={article} title={title} doors={doors} onClose={() => setOpen(false)} />}
		</>
	);
}

function wordsOf({ urgent, dueAt }: EditedArticle): string {
	const due = dueAt ? untilDue(new Date(dueAt), new Date()) : '';
	return [urgent ? '急' : '', due].filter(Boolean).join(' ') || '时限';
}

function TimingDialog({ article, title, doors, onClose }: TimingButtonProps & { onClose: () => void }) {
	const { id, mayPlan } = article;
	const [urgent, setUrgent] = useState(article.urgent);
	const [dueAt, setDueAt] = useState(momentInput(article.dueAt));
	const [embargoUntil, setEmbargo] = useState(momentInput(article.embargoUntil));
	const [publishAt, setPublishAt] = useState(momentInput(article.publishAt));
	const { show } = useToast();
	const { run, pending, error } = useAction(async () => {
		const planned = mayPlan.schedule
			? await doors.schedule({ id, urgent, dueAt: ofDayTimeInput(dueAt), embargoUntil: ofDayTimeInput(embargoUntil) })
			: { ok: true as const, value: undefined };
		const isTimed = publishAt !== momentInput(article.publishAt);
		return planned.ok && mayPlan.time && isTimed ? doors.time({ id, publishAt: ofDayTimeInput(publishAt) }) : planned;
	});
	const fields = error?.fields ?? {};
	return (
		<Dialog open onOpenChange={() => !pending && onClose()} title={`${title}的时限`}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					run(undefined, () => {
						onClose();
						show({ message: `已改${title}的时限` });
					});
				}}
			>
				{mayPlan.schedule && (
					<>
						<Checkbox checked={urgent} onChange={(event) => setUrgent(event.target.checked)}>
							急稿：在各个审稿列表里排在最前
						</Checkbox>
						<Moment label="截稿" value={dueAt} onChange={setDueAt} error={fields.dueAt} />
						<Moment
							label="禁发至"
							hint="这个时间之前，报纸和网上都不能刊发。"
							value={embargoUntil}
							onChange={setEmbargo}
							error={fields.embargoUntil}
						/>
					</>
				)}
				{mayPlan.time && (
					<Moment
						label="定时上网"
						hint="到时间自动上网；那时还没有签发的，会说明原因，签发后补发。"
						value={publishAt}
						onChange={setPublishAt}
						error={fields.publishAt}
					/>
				)}
				{article.publishTrouble && <Notice tone="error">到点没有上网：{article.publishTrouble}</Notice>}
				{error && Object.keys(fields).length === 0 && <Notice tone="error">{error.message}</Notice>}
				<DialogFoot>
					<Button disabled={pending} onClick={onClose}>
						取消
					</Button>
					<Button type="submit" variant="primary" pending={pending && '正在保存…'}>
						保存
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}

interface MomentProps {
	label: string;
	hint?: string;
	value: string;
	onChange: (value: string) => void;
	error?: string;
}

function Moment({ label, hint, value, onChange, error }: MomentProps) {
	return (
		<Field label={label} hint={hint} error={error}>
			<TextInput type="datetime-local" value={value} onChange={(event) => onChange(event.target.value)} />
		</Field>
	);
}

const momentInput = (instant: string | null) => toDayTimeInput(instant === null ? null : new Date(instant));
