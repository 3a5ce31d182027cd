import type { ReturnReason, ReviewStage, ReviewVerdict } from '@/generated/prisma/enums';
import { assertNever } from '@/lib/errors';
import { returnReasons } from './schema';
import { stageNames } from './signatures';

/** What somebody decided at a stage. */
export interface Judgement {
	stage: ReviewStage;
	verdict: ReviewVerdict;
	/** Of a return: the stage it went back to; null: to its author. */
	returnTo: ReviewStage | null;
	reason: ReturnReason | null;
}

/** 初审通过, 签发, 终审退稿至初审（事实待核）, 复审签名延续 */
export function reviewWords({ stage, verdict, returnTo, reason }: Judgement): string {
	switch (verdict) {
		case 'signed':
			return stage === 'final' ? '签发' : `${stageNames[stage]}通过`;
		case 'carried':
			return `${stageNames[stage]}签名延续`;
		case 'returned':
			return `${stageNames[stage]}退${returnTo ? `至${stageNames[returnTo]}` : '稿'}${reason ? `（${returnReasons[reason]}）` : ''}`;
		default:
			return assertNever(verdict);
	}
}
