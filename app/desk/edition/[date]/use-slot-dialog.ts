'use client';
import { useState } from 'react';
import type { SlotRow } from '@/lib/edition/plan/plan';

/** The form for a slot: open for a new one, or for one that is there. */
export interface SlotDialog {
	open: SlotRow | 'new' | undefined;
	add: () => void;
	edit: (slot: SlotRow) => void;
	close: () => void;
}

export function useSlotDialog(): SlotDialog {
	const [open, setOpen] = useState<SlotRow | 'new'>();
	return { open, add: () => setOpen('new'), edit: setOpen, close: () => setOpen(undefined) };
}
