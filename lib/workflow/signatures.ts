import type { ArticleState, ReviewStage, ReviewVerdict } from '@/generated/prisma/enums';

/** The stages of 三审 in their order: 初审 复审 终审. */
export const stages = ['first', 'second', 'final'] as const satisfies readonly ReviewStage[];

export const stageNames: Record<ReviewStage, string> = { first: '初审', second: '复审', final: '终审' };

/** One row of an article's record of reviews, as far as signatures are concerned. */
export interface ReviewRow {
	stage: ReviewStage;
	verdict: ReviewVerdict;
	/** Of a return: the stage it went back to; null where it went back to its author. */
	returnTo: ReviewStage | null;
	/** The content that was judged. */
	hash: string;
	revision: number;
	actorId: string;
}

/**
 * The stages whose signatures hold for the content `hash`, in order and without a gap: a later stage never stands on
 * an earlier one that fell. A signature holds for exactly the content it was given for or carried to, until a return
 * to its stage or before it. `reviews` come oldest first.
 */
export function signedStages(reviews: readonly ReviewRow[], hash: string): ReviewStage[] {
	const standing = new Set<ReviewStage>();
	for (const review of reviews) {
		if (review.verdict === 'returned') {
			for (const stage of stagesFrom(review.returnTo ?? 'first')) standing.delete(stage);
		} else if (review.hash === hash) standing.add(review.stage);
	}
	const gap = stages.findIndex((stage) => !standing.has(stage));
	return stages.slice(0, gap < 0 ? stages.length : gap);
}

/** Of each stage that holds for `hash`: the row by which a person really judged, from which the others were carried. */
export function judgedRows(reviews: readonly ReviewRow[], hash: string): { stage: ReviewStage; row: ReviewRow }[] {
	return signedStages(reviews, hash).flatMap((stage) => {
		const row = reviews.findLast((review) => review.stage === stage && review.verdict === 'signed');
		return row ? [{ stage, row }] : [];
	});
}

/** Who has ever signed each stage of the article, whatever became of the signature. */
export function signersOf(reviews: readonly ReviewRow[]): { stage: ReviewStage; userId: string }[] {
	return reviews
		.filter((review) => review.verdict === 'signed')
		.map(({ stage, actorId }) => ({ stage, userId: actorId }));
}

/** Where an article waits that has these signatures: the first stage that has none. */
export function stateAfter(signed: readonly ReviewStage[]): ArticleState {
	if (signed.includes('final')) return 'signed_off';
	if (signed.includes('second')) return 'final_review';
	return signed.includes('first') ? 'second_review' : 'submitted';
}

/** `stage` and those behind it. */
export function stagesFrom(stage: ReviewStage): ReviewStage[] {
	return stages.slice(stages.indexOf(stage));
}
