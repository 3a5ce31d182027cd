import type { ReactNode } from 'react';
import { creditsLine, Folio, houseFacts, Plate } from '@/components/sheet/furniture';
import { Sheet } from '@/components/sheet/sheet';
import { DebugOverlay } from '@/components/sheet/sheet-debug';
import type { MadeUpPage } from '@/lib/edition/compose';
import type { House } from '@/lib/edition/paper/imprint';
import type { EditionForDesk } from '@/lib/edition/read';
import { deskPictureSrc } from '@/lib/media/media';

interface PreviewSheetProps {
	made: Pick<MadeUpPage, 'brief' | 'sheet'>;
	/** Where it stands; a sheet of one story alone stands nowhere and has no furniture. */
	page: EditionForDesk['pages'][number] | undefined;
	edition: EditionForDesk | undefined;
	house: House;
	isDebug: boolean;
	/** Laid over the page; its headlines then lead nowhere. */
	overlay?: ReactNode;
}

/** The page as readers would get it; its stories lead to the editor. */
export function PreviewSheet({ made, page, edition, house, isDebug, overlay }: PreviewSheetProps) {
	const figures = new Map(made.brief.stories.flatMap((story) => story.figures).map((figure) => [figure.id, figure]));
	return (
		<Sheet
			sheet={made.sheet}
			brief={made.brief}
			hrefOf={(id) => (overlay ? undefined : `/desk/article/${id}`)}
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
				...(page && edition ? furnitureOf(made, page, edition, house) : {}),
				overlay: (
					<>
						{isDebug && <DebugOverlay sheet={made.sheet} brief={made.brief} />}
						{overlay}
					</>
				),
			}}
		/>
	);
}

function furnitureOf(
	made: PreviewSheetProps['made'],
	{ no, name, credits }: EditionForDesk['pages'][number],
	{ date, issueNo, pages }: EditionForDesk,
	house: House,
) {
	const facts = { no, name, date, ...houseFacts(house, { no, pages: pages.length }), issueNo, pages: pages.length };
	const hasNameplate = made.brief.anchors.some((anchor) => anchor.kind === 'nameplate');
	return {
		nameplate: hasNameplate && <Plate {...facts} />,
		folio: !hasNameplate && <Folio {...facts} />,
		credits: creditsLine(credits),
		imprint: facts.imprint,
	};
}
