import { createHash } from 'node:crypto';
import { canonical } from './canonical';
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
