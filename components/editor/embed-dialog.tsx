'use client';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { type EmbedKind, embedKindNames, embedSourceOf, parseDuration, playerNames } from '@/lib/article/embed';
import parts from './parts.module.css';

interface EmbedDialogProps {
	editor: Editor;
	open: boolean;
	onOpenChange: (open: boolean) => void;
}

/** Asks what sound or film to put in. */
export function EmbedDialog({ editor, open, onOpenChange }: EmbedDialogProps) {
	return (
		<Dialog
			open={open}
			onOpenChange={onOpenChange}
			title="音频、视频"
			description="读者看到标题、时长和来源，点开才去原网站；页面上不放别家的播放器，也不让别家知道谁在读。"
		>
			{open && <EmbedForm editor={editor} onDone={() => onOpenChange(false)} />}
		</Dialog>
	);
}

const few = playerNames.slice(0, 9).join('、');

function EmbedForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
	const [address, setAddress] = useState('');
	const [title, setTitle] = useState('');
	const [duration, setDuration] = useState('');
	const [chosen, setChosen] = useState<EmbedKind>();
	const [errors, setErrors] = useState<{ address?: string; duration?: string }>({});
	const href = address.trim();
	const source = embedSourceOf(href);
	const kind = chosen ?? source?.kind ?? 'video';
	const save = () => {
		const seconds = parseDuration(duration);
		if (!source || seconds === undefined) {
			setErrors({
				...(!source && { address: `要 https:// 开头的音视频文件地址，或${few}等网站的播放页。` }),
				...(seconds === undefined && { duration: '要写成 分:秒，如 3:07；不知道就空着。' }),
			});
			return;
		}
		editor
			.chain()
			.focus()
			.insertContent({ type: 'embed', attrs: { kind, href, title: title.trim(), seconds } })
			.run();
		onDone();
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				save();
			}}
		>
			<div className={parts.fields}>
				<Field label="地址" error={errors.address} hint={source && `来源：${source.name}`}>
					<TextInput value={address} inputMode="url" onChange={(event) => setAddress(event.target.value)} />
				</Field>
				<Field label="类别">
					<Select value={kind} onChange={(event) => setChosen(event.target.value as EmbedKind)}>
						{Object.entries(embedKindNames).map(([value, name]) => (
							<option key={value} value={value}>
								{name}
							</option>
						))}
					</Select>
				</Field>
				<Field label="标题">
					<TextInput value={title} maxLength={100} onChange={(event) => setTitle(event.target.value)} />
				</Field>
				<Field label="时长" error={errors.duration} hint="如 3:07，不知道就空着">
					<TextInput value={duration} maxLength={10} onChange={(event) => setDuration(event.target.value)} />
				</Field>
			</div>
			<DialogFoot>
				<Button type="submit" variant="primary">
					放进正文
				</Button>
			</DialogFoot>
		</form>
	);
}
