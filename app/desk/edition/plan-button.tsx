'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import type { EditionModel } from '@/lib/edition/plan/read';
import { PlanDialog } from './plan-dialog';
import type { Proposal } from './plan-form';

/** 建期: opens the form for a new edition. */
export function PlanButton({ proposal, models }: { proposal: Proposal; models: readonly EditionModel[] }) {
	const [open, setOpen] = useState(false);
	useShortcut('c', '建期', () => setOpen(true));
	return (
		<>
			<Button variant="primary" shortcut="c" onClick={() => setOpen(true)}>
				建期
			</Button>
			<PlanDialog proposal={open ? proposal : undefined} models={models} onClose={() => setOpen(false)} />
		</>
	);
}
