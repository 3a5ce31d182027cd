import { feedEndings, feedFormats, feedPath } from '@/lib/feed/feed';

/** 订阅: the feed of a page in each of its formats. */
export function FeedLinks({ path }: { path: string }) {
	return (
		<span className="feed-links">
			订阅
			{feedEndings.map((format) => (
				<a key={format} href={feedPath(path, format)} type={feedFormats[format].mime}>
					{feedFormats[format].name}
				</a>
			))}
		</span>
	);
}
