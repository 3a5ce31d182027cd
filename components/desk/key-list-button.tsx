'use client';
import { Button } from '@/components/ui/button';
import { useShortcutSheet } from './shortcuts';

export function KeyListButton() {
	return (
		<Button variant="quiet" shortcut="?" onClick={useShortcutSheet()}>
			快捷键
		</Button>
	);
}
