import { creditsLine, Folio, houseFacts, Plate } from '@/components/sheet/furniture';
import { Sheet } from '@/components/sheet/sheet';
import type { FrozenPage, ProofScreen } from '@/lib/edition/proof/read';
import { deskPictureSrc } from '@/lib/media/media';
import { Overlay, type OverlayItem } from './overlay';

interface ProofSheetProps {
	frozen: FrozenPage;
	screen: Pick<ProofScreen, 'edition' | 'house' | 'credits'>;
	items: readonly OverlayItem[];
	/** Of the earlier of two. */
	called?: string;
}

/** A frozen page with its furniture, and over it what is marked or was changed. */
export function ProofSheet({
	frozen: { brief, sheet },
	screen: { edition, house, credits },
	items,
	called,
}: ProofSheetProps) {
	const { grid } = sheet;
	const figures = new Map(brief.stories.flatMap((story) => story.figures).map((figure) => [figure.id, figure]));
	const { date, issueNo, pages } = edition;
	const facts = {
		...brief.page,
		date,
		...houseFacts(house, { no: brief.page.no, pages: pages.length }),
		issueNo,
		pages: pages.length,
	};
	const hasNameplate = brief.anchors.some(({ kind }) => kind === 'nameplate');
	return (
		<Sheet
			sheet={sheet}
			brief={brief}
			called={called}
			hrefOf={(id) => `/desk/article/${id}`}
			figureOf={(id) => {
				const { caption = '', width = 3, height = 2 } = figures.get(id) ?? {};
				return { src: deskPictureSrc(id), alt: caption, width, height };
			}}
			furniture={{
				nameplate: hasNameplate && <Plate {...facts} />,
				folio: !hasNameplate && <Folio {...facts} />,
				credits: creditsLine(credits),
				imprint: facts.imprint,
				overlay: <Overlay items={items} grid={grid} isNow={called === undefined} />,
			}}
		/>
	);
}
