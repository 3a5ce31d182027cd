'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useAction } from '@/components/ui/use-action';
import { hasAnchorAction } from './actions';

interface AnchorDialogProps {
	open: boolean;
	onOpenChange: (open: boolean) => void;
}

/** Compares what somebody has on paper or in a log with what the record says now. */
export function AnchorDialog({ open, onOpenChange }: AnchorDialogProps) {
	return (
		<Dialog
			open={open}
			onOpenChange={onOpenChange}
			title="核对抄下的指纹"
			description="审稿单、服务器日志和每期的出版记录上都有序号和指纹。对得上，说明到那一条为止的记录没有换过。"
		>
			<AnchorForm />
		</Dialog>
	);
}

function AnchorForm() {
	const [same, setSame] = useState<boolean>();
	const { run, pending, error } = useAction(hasAnchorAction);
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				const fields = new FormData(event.currentTarget);
				setSame(undefined);
				run({ seq: String(fields.get('seq')), hash: String(fields.get('hash')) }, setSame);
			}}
		>
			<Field label="序号" error={error?.fields.seq}>
				<TextInput name="seq" inputMode="numeric" required />
			</Field>
			<Field label="指纹" hint="至少抄前 16 位，空格不计" error={error?.fields.hash}>
				<TextInput name="hash" autoComplete="off" spellCheck={false} required />
			</Field>
			{error && Object.keys(error.fields).length === 0 && <Notice tone="error">{error.message}</Notice>}
			{same === true && <Notice>对得上。再做一次“校验”，就能确认到这一条为止没有改动。</Notice>}
			{same === false && (
				<Notice tone="error">对不上：这一条不在记录里，或者指纹不同。请先核对抄写；没有抄错，就是记录被换过。</Notice>
			)}
			<DialogFoot>
				<Button type="submit" variant="primary" pending={pending && '正在核对…'}>
					核对
				</Button>
			</DialogFoot>
		</form>
	);
}
