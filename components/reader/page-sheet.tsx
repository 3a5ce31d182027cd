import { creditsLine, Folio, houseFacts, type PageFacts, Plate } from '@/components/sheet/furniture';
import { Sheet } from '@/components/sheet/sheet';
import type { House } from '@/lib/edition/paper/imprint';
import type { PublishedPage } from '@/lib/edition/published';
import type { PublishedPicture } from '@/lib/media/published';
import { pictureSources } from '@/lib/site/picture-address';

/** What the furniture of a page says of its day. */
export interface PaperFacts extends House {
	issueNo: number;
	/** Pages of the edition. */
	pages: number;
}

/** About what a page is wide on a desk's screen, in CSS pixels. */
const widestPage = 1000;

interface PageSheetProps {
	page: PublishedPage;
	paper: PaperFacts;
	pictures: ReadonlyMap<string, PublishedPicture>;
	/** On the front the site's nameplate stands in the place of the page's. */
	bare?: boolean;
}

/** A page as it was made up, with its furniture: nameplate on the first, folio on every other, credits at the foot. */
export function PageSheet({ page, paper, pictures, bare = false }: PageSheetProps) {
	const hasNameplate = page.brief.anchors.some((anchor) => anchor.kind === 'nameplate');
	const alts = new Map(
		page.brief.stories.flatMap((story) => story.figures).map((figure) => [figure.id, figure.caption]),
	);
	return (
		<div className="page-frame">
			<Sheet
				sheet={page.sheet}
				brief={page.brief}
				hrefOf={(id) => `/article/${id}`}
				figureOf={(id, share) => {
					const picture = pictures.get(id);
					// A picture may be gone from the public while the page's next version is on its way.
					if (!picture) return { src: '/icon.svg', alt: '', width: 3, height: 2 };
					const sizes = `(min-width: 64rem) ${Math.round(share * widestPage)}px, ${Math.round(share * 100)}vw`;
					return { ...pictureSources(picture, 960), sizes, alt: alts.get(id) ?? '' };
				}}
				furniture={{
					nameplate: hasNameplate && !bare ? <Plate {...factsOf(page, paper)} /> : undefined,
					folio: hasNameplate || bare ? undefined : <Folio {...factsOf(page, paper)} />,
					credits: creditsLine(page.credits),
					imprint: factsOf(page, paper).imprint,
				}}
			/>
		</div>
	);
}

/** What a page's furniture says. */
export function factsOf({ no, name, date }: PublishedPage, paper: PaperFacts): PageFacts {
	const { issueNo, pages } = paper;
	return { no, name, date, ...houseFacts(paper, { no, pages }), issueNo, pages };
}
