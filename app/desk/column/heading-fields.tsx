'use client';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { ActionError } from '@/components/ui/use-action';
import type { ColumnKind } from '@/generated/prisma/enums';
import { columnKindNames } from '@/lib/column/heading';
import type { Heading } from '@/lib/column/read';
import type { HeadingKind } from '@/lib/column/schema';

const columnKinds = Object.entries(columnKindNames) as [ColumnKind, string][];

interface HeadingFieldsProps {
	kind: HeadingKind;
	heading?: Pick<Heading, 'name' | 'intro' | 'kind'>;
	error: ActionError | undefined;
	onNameDone?: (name: string) => void;
	autoFocus?: boolean;
}

/** What can be changed of a heading at any time. */
export function HeadingFields({ kind, heading, error, onNameDone, autoFocus }: HeadingFieldsProps) {
	const fields = error?.fields ?? {};
	return (
		<>
			<Field label="名称" error={fields.name}>
				<TextInput
					name="name"
					defaultValue={heading?.name}
					maxLength={30}
					required
					autoFocus={autoFocus}
					onBlur={(event) => onNameDone?.(event.target.value)}
				/>
			</Field>
			{kind === 'column' && (
				<Field label="种类" hint="专栏和访谈在标题上方印栏头" error={fields.columnKind}>
					<Select name="columnKind" defaultValue={heading?.kind ?? 'plain'}>
						{columnKinds.map(([value, name]) => (
							<option key={value} value={value}>
								{name}
							</option>
						))}
					</Select>
				</Field>
			)}
			<Field label="简介" error={fields.intro}>
				<TextInput name="intro" defaultValue={heading?.intro} maxLength={300} />
			</Field>
			{error && <Notice tone="error">{error.message}</Notice>}
		</>
	);
}

export function readHeading(form: FormData): { name: string; intro: string; columnKind: ColumnKind } {
	const kind = columnKinds.find(([value]) => value === form.get('columnKind'));
	return { name: String(form.get('name')), intro: String(form.get('intro')), columnKind: kind?.[0] ?? 'plain' };
}
