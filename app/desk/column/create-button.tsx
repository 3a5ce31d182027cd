'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { headingNames } from '@/lib/column/heading';
import type { HeadingKind } from '@/lib/column/schema';
import { CreateForm } from './create-form';

export function CreateButton({ kind }: { kind: HeadingKind }) {
	const [open, setOpen] = useState(false);
	const verb = `新建${headingNames[kind]}`;
	useShortcut('c', verb, () => setOpen(true));
	return (
		<>
			<Button variant="primary" shortcut="c" onClick={() => setOpen(true)}>
				{verb}
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title={verb}>
				<CreateForm kind={kind} onClose={() => setOpen(false)} />
			</Dialog>
		</>
	);
}
