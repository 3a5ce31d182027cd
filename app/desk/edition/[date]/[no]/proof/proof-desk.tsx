import { headers } from 'next/headers';
import { SheetStyle } from '@/components/desk/sheet-style';
import { sheetCss } from '@/components/sheet/sheet-css';
import { errorRateWords } from '@/lib/article/error-rate';
import { proofNames } from '@/lib/edition/page-stage';
import { circled } from '@/lib/edition/proof/mark';
import type { FrozenPage, ProofScreen } from '@/lib/edition/proof/read';
import { ChangeList } from './change-list';
import { choicesOf } from './choices';
import { CompareForm } from './compare-form';
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
	const { against, changes, marks, proofs, may } = screen;
	const newest = proofs.at(-1)?.number ?? 0;
	const stories = choicesOf(shown);
	const titles = Object.fromEntries(stories.map(({ id, title }) => [id, title]));
	const changeItems = changes.map(toChangeItem);
	const items = against ? changeItems : marks.map(toMarkItem);
	const keys = [...changeItems.map(({ key }) => key), ...marks.map(({ number }) => `mark-${number}`)];
	return (
		<WalkProvider keys={keys}>
			<div className={styles.desk}>
				<div className={against && !isOver ? styles.pair : styles.stage}>
					{against && <Earlier against={against} screen={screen} isOver={isOver} nonce={nonce} />}
					<div className={`${styles.sheet} proof-now`}>
						<SheetStyle css={cssWithin('.proof-now', shown)} nonce={nonce} />
						<ProofSheet frozen={shown} screen={screen} items={items} />
					</div>
				</div>
				<aside className={styles.panel} aria-label="校样资料">
					<section aria-labelledby="proofs-head">
						<h2 id="proofs-head">历次校样</h2>
						<ProofList proofs={proofs} shown={shown.number} href={href} />
						<CompareForm
							proofs={proofs.map(({ number, stage }) => ({ number, label: `第 ${number} 次 ${proofNames[stage]}样` }))}
							{...{ shown: shown.number, against: against?.number, isOver, href }}
						/>
					</section>
					{against && (
						<section aria-labelledby="changes-head">
							<h2 id="changes-head">
								对红：第 {against.number} 次与第 {shown.number} 次
							</h2>
							<ChangeList changes={changes} titles={titles} />
						</section>
					)}
					<section aria-labelledby="marks-head">
						<h2 id="marks-head">校对符号</h2>
						<MarkList marks={marks} titles={titles} newest={newest} maySettle={may.settle} mayMark={may.mark} />
						<p className={styles.minor}>{errorRateWords(screen.rate)}</p>
					</section>
					{may.mark && shown.number === newest && (
						<section aria-labelledby="form-head" className={styles.onScreen}>
							<h2 id="form-head">画校对符号（M）</h2>
							<MarkForm pageId={screen.page.id} number={shown.number} stories={stories} />
						</section>
					)}
					{screen.findings.length > 0 && (
						<section aria-labelledby="check-head">
							<h2 id="check-head">付印前检查</h2>
							<Findings findings={screen.findings} />
						</section>
					)}
				</aside>
			</div>
		</WalkProvider>
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
		<div
			className={`${styles.sheet} ${isOver ? styles.under : ''} proof-before`}
			aria-hidden={isOver || undefined}
			inert={isOver}
		>
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
