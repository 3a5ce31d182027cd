import type { Prisma } from '@/generated/prisma/client';

type Db = Prisma.TransactionClient;
type Ask = (...given: unknown[]) => PromiseLike<unknown>;

/** A transaction that is only read from, and what ends the reading: nothing is asked of it any more when that resolves. */
export interface Reading {
	tx: Db;
	end: () => Promise<void>;
}

/**
 * Of the same transaction: what has been asked of a table once is answered from memory, and questions go one after the
 * other, since a connection answers one at a time. Many pages ask the same of one moment's rows.
 */
export function askingOnce(tx: Db): Reading {
	const answers = new Map<string, Promise<unknown>>();
	let last: Promise<unknown> = Promise.resolve();
	let hasEnded = false;
	const inTurn = (ask: () => PromiseLike<unknown>): Promise<unknown> => {
		// What goes on asking behind a question that failed is not waited for by anybody.
		const asked = () => (hasEnded ? Promise.reject(new Error('The reading has ended')) : ask());
		const answer = last.then(asked);
		last = answer.catch(() => {});
		return answer;
	};
	const once = (key: string, ask: () => PromiseLike<unknown>): Promise<unknown> => {
		const answer = answers.get(key) ?? inTurn(ask);
		answers.set(key, answer);
		return answer;
	};
	const table = (name: string, of: object) =>
		new Proxy(of, {
			get(_of, method) {
				const ask = Reflect.get(of, method) as Ask;
				return (...given: unknown[]) =>
					once(`${name}.${String(method)} ${JSON.stringify(given)}`, () => ask.apply(of, given));
			},
		});
	const tables = new Map<PropertyKey, object>();
	const end = async () => {
		hasEnded = true;
		await last;
	};
	const reader = new Proxy(tx, {
		get(_tx, name) {
			const value = Reflect.get(tx, name) as object;
			if (typeof value === 'function') return (...given: unknown[]) => inTurn(() => (value as Ask).apply(tx, given));
			if (typeof value !== 'object' || value === null) return value;
			const known = tables.get(name) ?? table(String(name), value);
			tables.set(name, known);
			return known;
		},
	});
	return { tx: reader, end };
}
