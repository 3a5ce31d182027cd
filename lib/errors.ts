/** The closed set of reasons why the server declines to do what was asked. */
export type RefusalCode =
	| 'forbidden'
	| 'not-found'
	| 'stale'
	| 'wrong-state'
	| 'invalid'
	| 'taken'
	| 'too-large'
	| 'unavailable';

/** HTTP status of each refusal, for doors that answer over HTTP. */
export const refusalStatus: Record<RefusalCode, number> = {
	forbidden: 403,
	'not-found': 404,
	stale: 409,
	'wrong-state': 409,
	invalid: 422,
	taken: 409,
	'too-large': 413,
	unavailable: 503,
};

/**
 * A request that was understood and declined. `message` is a Chinese sentence for the user that
 * says what to do next; `fields` maps an input's name to its own sentence. Anything else that is
 * thrown is a bug.
 */
export class Refusal extends Error {
	readonly code: RefusalCode;
	readonly fields?: Record<string, string>;

	constructor(code: RefusalCode, message: string, fields?: Record<string, string>) {
		super(message);
		this.name = 'Refusal';
		this.code = code;
		this.fields = fields;
	}
}

/** Makes the compiler complain when a union has gained a member that a switch does not handle. */
export function assertNever(value: never): never {
	throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
