import { createHash } from 'node:crypto';
import type { ArticleContent } from './schema';

/**
 * SHA-256 (hex) of an article's content: what a signature binds to. Two contents have the same hash
 * exactly when nothing that can be printed differs; key order and absent attributes do not count.
 */
export function contentHash(content: ArticleContent): string {
	return createHash('sha256').update(canonical(content)).digest('hex');
}

/** JSON with sorted keys and without undefined or null members. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value === 'object' && value !== null) {
		const members = Object.entries(value)
			.filter(([, member]) => member !== undefined && member !== null)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
		return `{${members.join(',')}}`;
	}
	return JSON.stringify(value);
}
