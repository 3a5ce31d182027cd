'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { HeadingKind } from '@/lib/column/schema';
import { createHeadingAction, proposeSlugAction } from './actions';
import { HeadingFields, readHeading } from './heading-fields';

/** The address is proposed from the name's pinyin as soon as the name is written, and can be set until it exists. */
export function CreateForm({ kind, onClose }: { kind: HeadingKind; onClose: () => void }) {
	const [slug, setSlug] = useState('');
	const [isOwnSlug, setOwnSlug] = useState(false);
	const { show } = useToast();
	const create = useAction(createHeadingAction);
	const propose = async (name: string) => {
		if (isOwnSlug || !name.trim()) return;
		// Without an answer the server proposes it when the heading is created.
		const proposed = await proposeSlugAction({ name }).catch(() => undefined);
		if (proposed?.ok) setSlug(proposed.value);
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				const fields = readHeading(new FormData(event.currentTarget));
				create.run({ kind, ...fields, slug: slug.trim() || undefined }, () => {
					onClose();
					show({ message: `已新建“${fields.name.trim()}”` });
				});
			}}
		>
			<HeadingFields kind={kind} error={create.error} onNameDone={propose} />
			<Field
				label="网址名"
				hint={`读者的网址：/${kind}/${slug || '……'}。建好以后不能再改。`}
				error={create.error?.fields.slug}
			>
				<TextInput
					value={slug}
					maxLength={60}
					placeholder="留空时按名称的拼音"
					onChange={(event) => {
						setSlug(event.target.value);
						setOwnSlug(event.target.value !== '');
					}}
				/>
			</Field>
			<DialogFoot>
				<Button onClick={onClose}>取消</Button>
				<Button type="submit" variant="primary" pending={create.pending && '正在新建…'}>
					新建
				</Button>
			</DialogFoot>
		</form>
	);
}
