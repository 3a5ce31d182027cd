import { workWhenRung } from '@/lib/bell';
import { dayOf } from '@/lib/time';
import { countWords, indexWaiting, owePastRules } from './write';

/**
 * Indexes what was saved, published or withdrawn, here or in other processes, as long as it runs; at first what other rules
 * have indexed. Resolves to the function that ends it.
 */
export function startIndexing(): () => Promise<void> {
	let isPastAsked = false;
	let counted: string | undefined;
	let hasEnded = false;
	const work = async () => {
		if (!isPastAsked) await owePastRules();
		isPastAsked = true;
		while (!hasEnded && (await indexWaiting()) > 0);
		const today = dayOf(new Date());
		if (!hasEnded && counted !== today) await countWords();
		counted = today;
	};
	const stop = workWhenRung({ name: 'search', channels: ['search'], work, pollMilliseconds: 2000 });
	return () => {
		hasEnded = true;
		return stop();
	};
}
