import type { History } from './read';

/** What JSON makes of a value: moments become ISO 8601 strings. */
type Sent<Value> = Value extends Date
	? string
	: Value extends readonly (infer Member)[]
		? Sent<Member>[]
		: Value extends object
			? { [Key in keyof Value]: Sent<Value[Key]> }
			: Value;

/** A page of the history as it goes over HTTP. */
export type SentHistory = Sent<History>;
export type SentEntry = SentHistory['entries'][number];
export type SentSitting = Extract<SentEntry, { kind: 'sitting' }>;
