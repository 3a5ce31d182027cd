import postgres from 'postgres';
import { env } from '@/lib/env';

export interface Bell {
	ring: () => void;
	wait: (milliseconds: number) => Promise<void>;
}

/** A wait that ends early when it is rung; a ring in between shortens the next wait. */
export function createBell(): Bell {
	let rung = false;
	let wake = () => {};
	return {
		ring() {
			rung = true;
			wake();
		},
		async wait(milliseconds) {
			if (!rung) {
				await new Promise<void>((resolve) => {
					const timer = setTimeout(resolve, milliseconds);
					wake = () => {
						clearTimeout(timer);
						resolve();
					};
				});
			}
			rung = false;
		},
	};
}

export interface RungWork {
	/** Of its connection, in the server's list. */
	name: string;
	/** Channels of NOTIFY that ring for it. */
	channels: readonly string[];
	/** Done once at the beginning, then whenever it is rung, and every `pollMilliseconds` at the latest. */
	work: () => Promise<void>;
	pollMilliseconds: number;
}

/** Works when it is rung for, as long as it runs. Resolves to the function that ends it after what is under way. */
export function workWhenRung({ name, channels, work, pollMilliseconds }: RungWork): () => Promise<void> {
	const bell = createBell();
	const listen = () => {
		const sql = postgres(env().DATABASE_URL, { max: 1, onnotice: () => {}, connection: { application_name: name } });
		for (const channel of channels) sql.listen(channel, bell.ring, bell.ring).catch(() => {});
		return sql;
	};
	let listener = listen();
	let hasEnded = false;
	const loop = (async () => {
		let wasAway = false;
		while (!hasEnded) {
			const done = await orLog(work(), wasAway);
			// The package gives up listening when its first attempt to come back fails.
			if (done && wasAway) {
				await listener.end({ timeout: 1 });
				listener = listen();
			}
			wasAway = !done;
			if (!hasEnded) await bell.wait(pollMilliseconds);
		}
	})();
	return async () => {
		hasEnded = true;
		bell.ring();
		await loop;
		await listener.end({ timeout: 1 });
	};
}

/** Says whether it went well. A database that stays away is reported once, not at every attempt. */
export async function orLog(work: Promise<void>, isKnown = false): Promise<boolean> {
	try {
		await work;
		return true;
	} catch (error) {
		if (!isKnown) console.error(error);
		return false;
	}
}
