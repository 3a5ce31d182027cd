import type { PageStage } from '@/generated/prisma/enums';
import { Refusal } from '@/lib/errors';

export type { PageStage };

/** Where a page is, as it is said. */
export const pageStageNames: Record<PageStage, string> = {
	making_up: '组版中',
	first_proof: '一校样',
	second_proof: '二校样',
	third_proof: '三校样',
	clean_proof: '清样',
	locked: '已付印',
};

/** What a proof is called by those who read it: 一校 二校 三校, and the reading of the clean proof. */
export type ProofStage = Exclude<PageStage, 'making_up' | 'locked'>;

export const proofStages: readonly ProofStage[] = ['first_proof', 'second_proof', 'third_proof', 'clean_proof'];

/** The proofs that are signed: three, by three persons. */
export const readStages = ['first_proof', 'second_proof', 'third_proof'] as const satisfies readonly ProofStage[];

export const proofNames: Record<ProofStage, string> = {
	first_proof: '一校',
	second_proof: '二校',
	third_proof: '三校',
	clean_proof: '清样',
};

/** Refuses to change a page that is at the printer's. */
export function mustBeUnlocked(...pages: readonly { no: number; stage: PageStage }[]): void {
	const locked = pages.filter(({ stage }) => stage === 'locked').map(({ no }) => `${no}版`);
	if (locked.length === 0) return;
	throw new Refusal('wrong-state', `${locked.join('、')}已经付印，不能再改；需要时请值班总编先撤销付印。`);
}

/** Refuses where the number of pages, which the nameplate of the first one states, must not change. */
export function mustNotCountPages(pages: readonly { no: number; stage: PageStage }[]): void {
	mustBeUnlocked(...pages.filter(({ no }) => no === 1));
}
