import { creditsLine, Folio, Plate } from '@/components/sheet/furniture';
import { Sheet } from '@/components/sheet/sheet';
import { DebugOverlay } from '@/components/sheet/sheet-debug';
import type { MadeUpPage } from '@/lib/edition/compose';
import type { EditionForDesk } from '@/lib/edition/read';
import { deskPictureSrc } from '@/lib/media/media';

interface PreviewSheetProps {
	made: MadeUpPage;
	page: EditionForDesk['pages'][number];
	edition: EditionForDesk;
	/** The newspaper's name. */
	house: string;
	isDebug: boolean;
}

/** The page as readers would get it; its stories lead to the editor. */
export function PreviewSheet({ made, page, edition, house, isDebug }: PreviewSheetProps) {
	const figures = new Map(made.brief.stories.flatMap((story) => story.figures).map((figure) => [figure.id, figure]));
	const { date, issueNo, pages } = edition;
	const facts = { no: page.no, name: page.name, date, paper: house, issueNo, pages: pages.length };
	const hasNameplate = made.brief.anchors.some((anchor) => anchor.kind === 'nameplate');
	return (
		<Sheet
			sheet={made.sheet}
			brief={made.brief}
			hrefOf={(id) => `/desk/article/${id}`}
			figureOf={(id) => {
				const figure = figures.get(id);
				return {
					src: deskPictureSrc(id),
					alt: figure?.caption ?? '',
					width: figure?.width ?? 3,
					height: figure?.height ?? 2,
				};
			}}
			furniture={{
				nameplate: hasNameplate && <Plate {...facts} />,
				folio: !hasNameplate && <Folio {...facts} />,
				credits: creditsLine(page.credits),
				overlay: isDebug && <DebugOverlay sheet={made.sheet} brief={made.brief} />,
			}}
		/>
	);
}
