'use client';
import { useRef } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from '@/components/ui/button';
import { everywhere } from './shortcut';
import { useShortcut } from './shortcuts';

/** Starts a story and opens it in the editor. */
export function NewStoryButton({ action }: { action: () => Promise<void> }) {
	const form = useRef<HTMLFormElement>(null);
	useShortcut('n', '新建稿件', () => form.current?.requestSubmit(), everywhere);
	return (
		<form ref={form} action={action}>
			<Submit />
		</form>
	);
}

function Submit() {
	const { pending } = useFormStatus();
	return (
		<Button type="submit" variant="primary" shortcut="n" pending={pending && '正在新建…'}>
			新建稿件
		</Button>
	);
}
