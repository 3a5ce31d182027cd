import { canonical } from '@/lib/article/canonical';

/** The same value with its members in one order: the engine compares parts of a brief as text, and a stored one has its own. */
export function sorted<Value extends object>(value: Value): Value {
	return JSON.parse(canonical(value)) as Value;
}
