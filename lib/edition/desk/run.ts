import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { runMakeup } from '../design/run';
import type { ComposeInput } from '../design/schema';
import { findPage } from './read';
import { mustStandAt } from './write';

/** A page that was found. */
export interface FoundPage {
	seed: number;
	/** Its number in the run of that seed. */
	piece: number;
	brief: Brief;
	sheet: Sheet;
}

/** Makes ready to watch 组版; refuses before anything is on its way. */
export async function startRun(actor: Actor, pageId: string, { base, seeds }: ComposeInput) {
	must(actor, 'page.compose');
	const { brief } = await findPage(db, actor, pageId);
	await mustStandAt(db, pageId, { base });
	return async (tell: (found: FoundPage) => void, signal: AbortSignal): Promise<void> => {
		for (const seed of seeds) {
			if (signal.aborted) return;
			await runMakeup(brief, seed, { onPiece: (sheet, piece) => tell({ seed, piece, brief, sheet }), signal });
		}
	};
}
