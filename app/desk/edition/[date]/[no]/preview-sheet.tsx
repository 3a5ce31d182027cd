import { Nameplate } from '@/components/reader/nameplate-drawing';
import { Sheet } from '@/components/sheet/sheet';
import type { MadeUpPage } from '@/lib/edition/compose';
import type { EditionForDesk } from '@/lib/edition/read';
import { deskPictureSrc } from '@/lib/media/media';
import { chineseDate, lunarDate, weekday } from '@/lib/time';
import styles from './page.module.css';

interface PreviewSheetProps {
	made: MadeUpPage;
	page: EditionForDesk['pages'][number];
	edition: EditionForDesk;
	/** The newspaper's name. */
	house: string;
}

/** The page as readers would get it; its stories lead to the editor. */
export function PreviewSheet({ made, page, edition, house }: PreviewSheetProps) {
	const figures = new Map(made.brief.stories.flatMap((story) => story.figures).map((figure) => [figure.id, figure]));
	const { editor, layout, proof } = page.credits;
	const credits = [editor && `责任编辑 ${editor}`, layout && `版式 ${layout}`, proof && `校对 ${proof}`];
	const day = `${chineseDate(edition.date)}　${weekday(edition.date)}`;
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
				nameplate: hasNameplate && (
					<div className={styles.plate}>
						<div className={styles.drawing}>
							<Nameplate name={house} />
						</div>
						<p className={styles.line}>
							<span>
								{day}　{lunarDate(edition.date)}
							</span>
							<span>
								第 {edition.issueNo} 期　今日 {edition.pages.length} 版
							</span>
						</p>
					</div>
				),
				folio: !hasNameplate && (
					<p className={styles.folio}>
						<span>
							<b>{String(page.no).padStart(2, '0')}</b> {page.name}
						</span>
						<span>{day}</span>
						<span>{house}</span>
					</p>
				),
				credits: credits.filter(Boolean).join('　'),
			}}
		/>
	);
}
