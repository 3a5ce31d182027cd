import type { PublishedPicture } from '@/lib/media/published';
import { pictureSources } from '@/lib/site/picture-address';

interface PictureProps {
	picture: PublishedPicture;
	alt: string;
	/** How wide it stands, as `img sizes` says it. */
	sizes: string;
	/** The first picture of a page is fetched at once, the others when they come near. */
	first?: boolean;
}

/** A published picture in the sizes there are; its room is kept before it arrives. */
export function Picture({ picture, alt, sizes, first = false }: PictureProps) {
	return (
		// biome-ignore lint/performance/noImgElement: a stored page has no image server behind it
		<img
			{...pictureSources(picture)}
			sizes={sizes}
			alt={alt}
			decoding="async"
			loading={first ? 'eager' : 'lazy'}
			fetchPriority={first ? 'high' : undefined}
		/>
	);
}
