import { env } from '@/lib/env';
import { tellHub } from '@/lib/site/hub';
import { makeOwedFiles } from '@/lib/site/page-file/job';
import { publishDueArticle, publishDueEdition } from './due';

const pollMilliseconds = 500;

/**
 * Publishes by itself what is due and makes the files that pages are owed, as long as it runs: several processes may, each
 * row is one's. Resolves to the function that ends it after what is under way.
 */
export function startJobs(): () => Promise<void> {
	const ending = new AbortController();
	const { PRINT_AHEAD, WEBSUB_HUB } = env();
	const works = [
		publishDueArticle,
		publishDueEdition,
		...(PRINT_AHEAD === '1' ? [makeOwedFiles] : []),
		...(WEBSUB_HUB ? [(signal: AbortSignal) => tellHub(WEBSUB_HUB, { signal })] : []),
	];
	const lanes = works.map((work) => run(work, ending.signal));
	return async () => {
		ending.abort();
		await Promise.all(lanes);
	};
}

async function run(work: (signal: AbortSignal) => Promise<boolean>, signal: AbortSignal): Promise<void> {
	let wasAway = false;
	while (!signal.aborted) {
		try {
			const found = await work(signal);
			wasAway = false;
			if (found) continue;
		} catch (error) {
			// A database that stays away is reported once, not twice a second.
			if (!wasAway) console.error(error);
			wasAway = true;
		}
		await rest(signal);
	}
}

function rest(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', done);
			resolve();
		};
		const timer = setTimeout(done, pollMilliseconds);
		signal.addEventListener('abort', done);
	});
}
