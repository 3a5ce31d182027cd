import type { PublishedPicture } from '@/lib/media/published';
import { Picture } from './picture';

interface FigureProps {
	picture: PublishedPicture | undefined;
	caption: string;
	credit: string;
	alt?: string;
	/** It is the first picture of the page. */
	first?: boolean;
}

/** A picture in the text: over the measure, a tall one narrower and, where there is room, to the side. */
export function Figure({ picture, caption, credit, alt = '', first }: FigureProps) {
	if (!picture) return null;
	const isTall = picture.height > picture.width;
	const sizes = isTall ? 'min(60vw, 16rem)' : '(max-width: 44rem) 100vw, 42rem';
	return (
		<figure className={isTall ? 'tall' : undefined}>
			<Picture picture={picture} alt={alt || caption} sizes={sizes} first={first} />
			<Caption caption={caption} credit={credit} />
		</figure>
	);
}

export function Caption({ caption, credit }: { caption: string; credit: string }) {
	if (!caption && !credit) return null;
	return (
		<figcaption>
			{caption}
			{/* A space that stays behind where the credit begins a line. */}
			{caption && credit && '　'}
			{credit && <span className="credit">{credit}</span>}
		</figcaption>
	);
}
