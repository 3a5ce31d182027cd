import { notFound, unstable_rethrow } from 'next/navigation';
import { refusalOf } from '@/lib/action';
import type { Actor } from '@/lib/auth/roles';
import { requireActor } from '@/lib/auth/session';

/**
 * The one door for what a desk page reads: signs the caller in and runs the reads on his behalf. What
 * is not there, or not for him to see, becomes the desk's 404; everything else is thrown on.
 */
export async function deskRead<Value>(read: (actor: Actor) => Promise<Value>): Promise<Value> {
	const actor = await requireActor();
	try {
		return await read(actor);
	} catch (error) {
		unstable_rethrow(error);
		const { code, message } = refusalOf(error);
		if (code === 'not-found' || code === 'forbidden') notFound();
		throw new Error(message);
	}
}
