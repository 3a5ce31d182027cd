'use client';
import { useState } from 'react';
import { freeSlots, type PlannedPage } from '@/lib/edition/plan/plan';
import type { Target } from './placing';

/** Where the next story of the pool goes, as one value of a select. */
export interface TargetChoice {
	value: string;
	target: Target | undefined;
	choose: (value: string) => void;
}

/**
 * Keeps what was chosen for as long as it can take a story. A slot that has been filled gives way to the next free one of
 * its page, then to the first free one of the edition: one places story after story without choosing again.
 */
export function useTarget(pages: readonly PlannedPage[]): TargetChoice {
	const [chosen, choose] = useState<Target>();
	const free = freeSlots(pages);
	const open = pages.filter((page) => page.stage !== 'locked');
	const isFree = ({ slotId }: Target) => free.some(({ slot }) => slot.id === slotId);
	const firstFree = (pageId?: string): Target | undefined => {
		const found = free.find(({ page }) => !pageId || page.id === pageId);
		return found && { pageId: found.page.id, slotId: found.slot.id };
	};
	const page = (pageId?: string): Target | undefined => {
		const found = open.find(({ id }) => !pageId || id === pageId);
		return found && { pageId: found.id };
	};
	const kept = chosen && (chosen.slotId ? isFree(chosen) : page(chosen.pageId)) ? chosen : undefined;
	const target = kept ?? (chosen && firstFree(chosen.pageId)) ?? firstFree() ?? page(chosen?.pageId) ?? page();
	return { value: target ? toValue(target) : '', target, choose: (value) => choose(ofValue(value)) };
}

export function toValue({ pageId, slotId }: Target): string {
	return slotId ? `${pageId}/${slotId}` : pageId;
}

function ofValue(value: string): Target {
	const [pageId = '', slotId] = value.split('/');
	return { pageId, slotId };
}
