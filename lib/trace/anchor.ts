import { dayOf, type IsoDate } from '@/lib/time';
import { listChainEnds } from './read';

const minute = 60_000;

/**
 * Writes once a day into the server's log where the chain of each paper ends: a log that is kept elsewhere is an anchor
 * that nobody with access to the database alone can change. Returns the function that ends it.
 */
export function startAnchors(): () => void {
	let logged: IsoDate | undefined;
	const timer = setInterval(async () => {
		const today = dayOf(new Date());
		if (logged === today) return;
		try {
			for (const end of await listChainEnds()) {
				console.log(JSON.stringify({ event: 'trace.anchor', at: new Date().toISOString(), ...end }));
			}
			logged = today;
		} catch (error) {
			console.error(error);
		}
	}, minute);
	timer.unref();
	return () => clearInterval(timer);
}
