'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TermForm } from './term-form';

export function TermButton() {
	const [open, setOpen] = useState(false);
	useShortcut('c', '添加词', () => setOpen(true));
	return (
		<>
			<Button variant="primary" shortcut="c" onClick={() => setOpen(true)}>
				添加词
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title="添加词">
				<TermForm onClose={() => setOpen(false)} />
			</Dialog>
		</>
	);
}
