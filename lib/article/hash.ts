import { createHash } from 'node:crypto';
import type { ArticleContent } from './schema';

/**
 * SHA-256 (hex) of an article's content: what a signature binds to. Two contents have the same hash
 * exactly when nothing that can be printed differs; key order and absent attributes do not count.
 * A title that is not given is left out, so that contents signed before there were such titles keep their hash.
 */
export function contentHash({ webTitle, feedTitle, wechatTitle, ...content }: ArticleContent): string {
	const titles = { webTitle: webTitle || null, feedTitle: feedTitle || null, wechatTitle: wechatTitle || null };
	return createHash('sha256')
		.update(canonical({ ...content, ...titles }))
		.digest('hex');
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
