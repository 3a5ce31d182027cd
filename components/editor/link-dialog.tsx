'use client';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { isSafeLink } from '@/lib/article/body';

interface LinkDialogProps {
	editor: Editor;
	open: boolean;
	onOpenChange: (open: boolean) => void;
}

/** Asks for the address of a link, or takes it away. */
export function LinkDialog({ editor, open, onOpenChange }: LinkDialogProps) {
	return (
		<Dialog open={open} onOpenChange={onOpenChange} title="链接">
			{open && <LinkForm editor={editor} onDone={() => onOpenChange(false)} />}
		</Dialog>
	);
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
	const present = String(editor.getAttributes('link').href ?? '');
	const [address, setAddress] = useState(present);
	const [error, setError] = useState<string>();
	const { empty } = editor.state.selection;
	const save = () => {
		const href = withScheme(address.trim());
		if (!isSafeLink(href)) {
			setError('链接要以 http://、https://、mailto: 或 / 开头。');
			return;
		}
		const chain = editor.chain().focus().extendMarkRange('link');
		if (empty && !present) {
			chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
		} else chain.setMark('link', { href }).run();
		onDone();
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				save();
			}}
		>
			<Field label="地址" error={error} hint={empty && !present ? '没有选中文字，地址本身会写进正文。' : undefined}>
				<TextInput value={address} inputMode="url" onChange={(event) => setAddress(event.target.value)} />
			</Field>
			<DialogFoot>
				{present && (
					<Button
						onClick={() => {
							editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
							onDone();
						}}
					>
						去掉链接
					</Button>
				)}
				<Button type="submit" variant="primary">
					加链接
				</Button>
			</DialogFoot>
		</form>
	);
}

/** A bare host as it is often typed. */
function withScheme(address: string): string {
	return /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(address) ? `https://${address}` : address;
}
