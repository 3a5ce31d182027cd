import { type PageStage, readStages } from '../page-stage';
import type { PageCredits } from '../schema';
import { type ProofFacts, roundOf } from './machine';

/**
 * 责任编辑 版式 校对 as they will print: what is written on the page stands; where nothing is, whoever has the page in hand,
 * whoever pulled its newest proof, and those who signed the proofs, in their order.
 */
export function creditsFrom(page: {
	credits: PageCredits;
	holder: string;
	puller: string;
	stage: PageStage;
	proofs: readonly ProofFacts[];
}): PageCredits {
	const { credits, holder, puller } = page;
	const round = roundOf(page.stage, page.proofs);
	const signers = readStages.flatMap(
		(stage) => round.find((proof) => proof.stage === stage && proof.signature)?.signature?.actorName ?? [],
	);
	return {
		editor: credits.editor || holder || puller,
		layout: credits.layout || puller,
		proof: credits.proof || [...new Set(signers)].join(' '),
	};
}
