'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { PlanForm, type Proposal } from './plan-form';

/** 建期: opens the form for a new edition. */
export function PlanButton({ proposal }: { proposal: Proposal }) {
	const [open, setOpen] = useState(false);
	useShortcut('c', '建期', () => setOpen(true));
	return (
		<>
			<Button variant="primary" shortcut="c" onClick={() => setOpen(true)}>
				建期
			</Button>
			<Dialog open={open} onOpenChange={setOpen} title="建期" description="定下日期和版面；出版之前都能再改。">
				<PlanForm proposal={proposal} onCancel={() => setOpen(false)} />
			</Dialog>
		</>
	);
}
