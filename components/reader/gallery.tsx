import type { Figure, Gallery } from '@/lib/article/body';
import type { PublishedPicture } from '@/lib/media/published';
import { galleryRatio, toGalleryRows } from '@/lib/site/gallery-rows';
import { Caption } from './figure';
import { Picture } from './picture';

interface GalleryProps {
	gallery: Gallery;
	pictures: ReadonlyMap<string, PublishedPicture>;
	/** It holds the first picture of the page. */
	first: boolean;
}

interface Shown extends Pick<Figure, 'attrs'> {
	picture: PublishedPicture;
	ratio: number;
}

/** Of the text's measure, in rem. */
const measure = 42;

/** 组图: rows of the full measure, the pictures of a row equally high; the caption common to all under them. */
export function GalleryView({ gallery, pictures, first }: GalleryProps) {
	const shown = gallery.content.flatMap(({ attrs }): Shown[] => {
		const picture = pictures.get(attrs.media);
		return picture ? [{ attrs, picture, ratio: galleryRatio(picture) }] : [];
	});
	const rows = toGalleryRows(shown, ({ ratio }) => ratio);
	return (
		<figure className="gallery">
			{rows.map((row, at) => {
				const whole = row.reduce((sum, { ratio }) => sum + ratio, 0);
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
					<div key={at} className="gallery-row">
						{row.map(({ attrs, picture, ratio }, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: as above
							<figure key={index} className={`ratio-${Math.round(ratio * 100)}`}>
								<Picture
									picture={picture}
									alt={attrs.alt || attrs.caption}
									sizes={`(max-width: 40rem) 60vw, ${Math.ceil((measure * ratio) / whole)}rem`}
									first={first && at === 0 && index === 0}
								/>
								<Caption caption={attrs.caption} credit={attrs.credit} />
							</figure>
						))}
					</div>
				);
			})}
			<Caption caption={gallery.attrs.caption} credit="" />
		</figure>
	);
}
