import type { MadePage } from '@/lib/makeup/remake';
import type { Advice, Sheet } from '@/lib/makeup/sheet';
import type { Stop } from '@/lib/makeup/stop';
import { type Thread, threadOf } from '@/lib/thread';
import type { Performed, Standing } from './perform';
import type { MakeupOp } from './schema';

export type DesignJob =
	| { kind: 'perform'; standing: Standing; op: MakeupOp; model?: Sheet }
	| { kind: 'stops'; made: MadePage; story: string }
	| { kind: 'cures'; made: MadePage };

const patienceMilliseconds = 30_000;

/** One thread each for the server's and Next's copy of this module: acts wait for no search. */
const shared = globalThis as typeof globalThis & {
	shangbanDesigner?: Thread<DesignJob, Performed | Stop[] | null>;
	shangbanAdviser?: Thread<DesignJob, Advice[]>;
};

/** `perform` in a thread of its own; null where the engine finds no such page. */
export function performInThread(job: Extract<DesignJob, { kind: 'perform' }>): Promise<Performed | null> {
	return designer().ask(job) as Promise<Performed | null>;
}

/** `stopsFor` in the same thread, which knows the shapes of the page's stories. */
export function stopsInThread(made: MadePage, story: string): Promise<Stop[]> {
	return designer().ask({ kind: 'stops', made, story }) as Promise<Stop[]>;
}

function designer() {
	shared.shangbanDesigner ??= threadOf('lib/edition/design/design-worker.ts', patienceMilliseconds);
	return shared.shangbanDesigner;
}

/** `curesOf` in a thread of its own. */
export function curesInThread(made: MadePage): Promise<Advice[]> {
	shared.shangbanAdviser ??= threadOf('lib/edition/design/design-worker.ts', patienceMilliseconds);
	return shared.shangbanAdviser.ask({ kind: 'cures', made });
}

/** Ends the threads, so that their memory goes and a test leaves nothing behind. */
export async function stopDesigners(): Promise<void> {
	await Promise.all([shared.shangbanDesigner?.stop(), shared.shangbanAdviser?.stop()]);
}
