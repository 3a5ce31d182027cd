import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { SheetStyle } from '@/components/desk/sheet-style';
import { ZoomFrame } from '@/components/desk/zoom-frame';
import { sheetCss } from '@/components/sheet/sheet-css';
import { errorRateWords } from '@/lib/article/error-rate';
import { pageStageNames } from '@/lib/edition/page-stage';
import { circled } from '@/lib/edition/proof/mark';
import type { FrozenPage, ProofScreen } from '@/lib/edition/proof/read';
import { ChangeList } from './change-list';
import { choicesOf } from './choices';
import { CompareForm } from './compare-form';
import { DrawingProvider } from './drawing';
import { Findings } from './findings';
import { MarkForm } from './mark-form';
import { MarkList } from './mark-list';
import type { OverlayItem } from './overlay';
import styles from './proof.module.css';
import { ProofList } from './proof-list';
import { ProofSheet } from './proof-sheet';
import { WalkProvider } from './walk';

interface ProofDeskProps {
	screen: ProofScreen;
	shown: FrozenPage;
	isOver: boolean;
	href: string;
}

/** The proof that is read, its marks and changes drawn on it, and beside it the lists that say the same. */
export async function ProofDesk({ screen, shown, isOver, href }: ProofDeskProps) {
	const nonce = (await headers()).get('x-nonce') ?? undefined;
	const { against, changes, marks } = screen;
	const changeItems = changes.map(toChangeItem);
	const keys = [...changeItems.map(({ key }) => key), ...marks.map(({ number }) => `mark-${number}`)];
	return (
		<WalkProvider keys={keys}>
			<DrawingProvider>
				<div className={styles.desk}>
					<ZoomFrame>
						<div className={against && !isOver ? styles.pair : styles.stage}>
							{against && <Earlier against={against} screen={screen} isOver={isOver} nonce={nonce} />}
							<div className={`${styles.sheet} proof-now`}>
								<SheetStyle css={cssWithin('.proof-now', shown)} nonce={nonce} />
								<ProofSheet frozen={shown} screen={screen} items={against ? changeItems : marks.map(toMarkItem)} />
							</div>
						</div>
					</ZoomFrame>
					<Panel {...{ screen, shown, isOver, href }} />
				</div>
			</DrawingProvider>
		</WalkProvider>
	);
}

function Panel({ screen, shown, isOver, href }: ProofDeskProps) {
	const { against, changes, marks, proofs, may, findings } = screen;
	const newest = proofs.at(-1)?.number ?? 0;
	const stories = choicesOf(shown);
	const titles = Object.fromEntries(stories.map(({ id, title }) => [id, title]));
	return (
		<aside className={styles.panel} aria-label="校样资料">
			<Section id="proofs" title="历次校样">
				<ProofList proofs={proofs} shown={shown.number} href={href} />
				<CompareForm
					proofs={proofs.map(({ number, stage }) => ({ number, label: `第 ${number} 次 ${pageStageNames[stage]}` }))}
					{...{ shown: shown.number, against: against?.number, isOver, href }}
				/>
			</Section>
			{against && (
				<Section id="changes" title={`对红：第 ${against.number} 次与第 ${shown.number} 次`}>
					<ChangeList changes={changes} titles={titles} />
				</Section>
			)}
			<Section id="marks" title="校对符号">
				<MarkList marks={marks} titles={titles} newest={newest} maySettle={may.settle} mayMark={may.mark} />
				<p className={styles.minor}>{errorRateWords(screen.rate)}</p>
			</Section>
			{may.mark && shown.number === newest && (
				<Section id="form" title="画校对符号（m）" isOnScreen>
					<MarkForm pageId={screen.page.id} number={shown.number} stories={stories} grid={shown.sheet.grid} />
				</Section>
			)}
			{findings.length > 0 && (
				<Section id="check" title="付印前检查">
					<Findings findings={findings} />
				</Section>
			)}
		</aside>
	);
}

interface SectionProps {
	id: string;
	title: string;
	/** No part of what is printed. */
	isOnScreen?: boolean;
	children: ReactNode;
}

function Section({ id, title, isOnScreen, children }: SectionProps) {
	return (
		<section aria-labelledby={`${id}-head`} className={isOnScreen ? styles.onScreen : undefined}>
			<h2 id={`${id}-head`}>{title}</h2>
			{children}
		</section>
	);
}

interface EarlierProps {
	against: FrozenPage;
	screen: ProofScreen;
	isOver: boolean;
	nonce: string | undefined;
}

/** The earlier proof: beside the other, or in red under it. Its rules reach into its own frame only. */
function Earlier({ against, screen, isOver, nonce }: EarlierProps) {
	return (
		<div className={`${styles.sheet} ${isOver ? styles.under : ''} proof-before`} inert={isOver}>
			<SheetStyle css={cssWithin('.proof-before', against)} nonce={nonce} />
			<ProofSheet frozen={against} screen={screen} items={[]} called={`第${against.number}次样`} />
		</div>
	);
}

/** The geometry of one of two sheets, for its own frame only. */
function cssWithin(frame: string, { sheet, brief }: FrozenPage): string {
	return `${frame}{${sheetCss(sheet, brief)}}`;
}

function toMarkItem({ number, state, boxes }: ProofScreen['marks'][number]): OverlayItem {
	return { key: `mark-${number}`, label: circled(number), boxes, look: state === 'open' ? 'open' : 'settled' };
}

function toChangeItem({ mark, boxes }: ProofScreen['changes'][number], index: number): OverlayItem {
	const label = mark === null ? '！' : circled(mark);
	return { key: `change-${index + 1}`, label, boxes, look: mark === null ? 'unexplained' : 'explained' };
}
