import { env } from '@/lib/env';
import { origin } from './version';

const feedTypes = /^application\/(?:rss\+xml|atom\+xml|feed\+json)/;

/**
 * How a subscriber finds the hub of a feed (W3C WebSub §4): by headers, whatever form the feed has. Empty for everything
 * that is no feed, and where there is no hub.
 */
export function feedLinks(path: string, headers: Readonly<Record<string, string>>): { Link?: string } {
	const hub = env().WEBSUB_HUB;
	if (!hub || !feedTypes.test(headers['Content-Type'] ?? '')) return {};
	return { Link: `<${hub}>; rel="hub", <${origin()}${path}>; rel="self"` };
}
