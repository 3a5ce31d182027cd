'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import type { ReturnTarget } from '@/lib/workflow/rules';
import { returnReasons } from '@/lib/workflow/schema';
import { stageNames } from '@/lib/workflow/signatures';
import type { AskProps } from './act-bar';

type Reason = keyof typeof returnReasons;

export interface ReturnWords {
	returnTo: ReturnTarget;
	reason: Reason;
	note: string;
}

/** 退稿: to whom, why in a word, and what to do about it. */
export function ReturnDialog({
	act,
	title,
	targets,
	pending,
	error,
	onClose,
	onConfirm,
}: AskProps & { targets: readonly ReturnTarget[] }) {
	const [returnTo, setReturnTo] = useState<ReturnTarget>(null);
	const [reason, setReason] = useState<Reason | ''>('');
	const [note, setNote] = useState('');
	const fields = error?.fields ?? {};
	return (
		<Dialog open onOpenChange={() => !pending && onClose()} title={`${act.verb}${title}`} description={act.consequence}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					if (reason) onConfirm(act, { return: { returnTo, reason, note } });
				}}
			>
				{targets.length > 1 && (
					<Field label="退给" error={fields.returnTo}>
						<Select
							value={returnTo ?? ''}
							onChange={(event) => setReturnTo((event.target.value || null) as ReturnTarget)}
						>
							{targets.map((target) => (
								<option key={target} value={target ?? ''}>
									{target ? `${stageNames[target]}（重新${stageNames[target]}）` : '作者'}
								</option>
							))}
						</Select>
					</Field>
				)}
				<Field label="退稿原因" error={fields.reason}>
					<Select value={reason} required onChange={(event) => setReason(event.target.value as Reason | '')}>
						<option value="">请选择</option>
						{Object.entries(returnReasons).map(([code, name]) => (
							<option key={code} value={code}>
								{name}
							</option>
						))}
					</Select>
				</Field>
				<Field label="意见" error={fields.note}>
					<TextArea value={note} maxLength={500} required onChange={(event) => setNote(event.target.value)} />
				</Field>
				{error && Object.keys(fields).length === 0 && <Notice tone="error">{error.message}</Notice>}
				<DialogFoot>
					<Button disabled={pending} onClick={onClose}>
						取消
					</Button>
					<Button type="submit" variant="primary" pending={pending && `正在${act.verb}…`}>
						{act.verb}
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}
