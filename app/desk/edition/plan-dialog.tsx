'use client';
import { Dialog } from '@/components/ui/dialog';
import type { EditionModel } from '@/lib/edition/plan/read';
import { PlanForm, type Proposal } from './plan-form';

interface PlanDialogProps {
	/** The edition that is proposed; closed without. */
	proposal: Proposal | undefined;
	models: readonly EditionModel[];
	onClose: () => void;
}

/** 建期: the form for a new edition. */
export function PlanDialog({ proposal, models, onClose }: PlanDialogProps) {
	return (
		<Dialog
			open={proposal !== undefined}
			onOpenChange={onClose}
			title="建期"
			description="定下日期和版面；出版之前都能再改。"
		>
			{proposal && <PlanForm proposal={proposal} models={models} onCancel={onClose} />}
		</Dialog>
	);
}
