import type { ReactNode } from 'react';
import { isFiller } from '@/lib/edition/design/filler';
import { setCaption } from '@/lib/makeup/figure';
import { emOfMm } from '@/lib/makeup/grid';
import { normalize } from '@/lib/makeup/normalize';
import type {
	Anchor,
	Brief,
	BriefBlock,
	BriefFigure,
	BriefStory,
	Grid,
	HeadPart,
	HeadRole,
	SheetBlock,
	Sheet as SheetData,
	SheetFrame,
	SheetLine,
} from '@/lib/makeup/sheet';
import { outlineOf, rulesOf } from './geometry';
import { Line } from './line';
import { anchorClass, blockClass, ptClass, ruleClass } from './sheet-css';
import { VerticalRow } from './vertical-row';

export interface SheetProps {
	sheet: SheetData;
	/** The brief that the sheet was made from. */
	brief: Brief;
	/** Where a headline leads; undefined where it leads nowhere; one of a filler never does. */
	hrefOf: (storyId: string) => string | undefined;
	/** The picture as it is served to a place that takes this share of the page's width. */
	figureOf: (figureId: string, share: number) => SheetImage;
	furniture?: Furniture;
	/** Where one screen shows two sheets: tells this one's ids and its name from the other's. */
	called?: string;
}

export interface SheetImage {
	src: string;
	srcSet?: string;
	sizes?: string;
	alt: string;
	width: number;
	height: number;
}

/** What stands on the page besides stories. */
export interface Furniture {
	/** 报头: set into the nameplate's anchor. */
	nameplate?: ReactNode;
	/** 报眉: above the type area. */
	folio?: ReactNode;
	/** 责任行: below the type area. */
	credits?: string;
	/** 版权信息, on the last page. */
	imprint?: string;
	/** Over the type area. */
	overlay?: ReactNode;
}

/** What stands in an anchor as long as nothing is booked there. */
const anchorLabel: Record<Exclude<Anchor['kind'], 'nameplate'>, string> = { ear: '报眼', ad: '广告', banner: '通栏' };

/**
 * A made-up page as live text, laid out like the paper. Needs `sheet.css` and, for the geometry,
 * `sheetCss(sheet, brief)`; carries no style of its own. Stories stand in reading order, each an article
 * `story-<id>` whose headline links to it.
 */
export function Sheet({ sheet, brief, hrefOf, figureOf, furniture = {}, called = '' }: SheetProps) {
	const { no, name, paper } = brief.page;
	return (
		<section className="sheet" lang="zh-CN" aria-label={`${paper} 第${no}版 ${name} ${called}`.trim()}>
			<div className="sheet-page">
				{furniture.folio && <div className="sheet-folio">{furniture.folio}</div>}
				<div className="sheet-area">
					{brief.anchors.map((anchor, i) => (
						<AnchorBox key={anchorClass(i)} anchor={anchor} name={anchorClass(i)} nameplate={furniture.nameplate} />
					))}
					{rulesOf(sheet, brief.anchors).map(({ direction }, i) => (
						<div key={ruleClass(i)} className={`sheet-rule ${direction} ${ruleClass(i)}`} />
					))}
					{sheet.blocks.map((block, i) => {
						const story = brief.stories.find((candidate) => candidate.id === block.story);
						if (!story) throw new Error(`The sheet holds a story that the brief does not: ${block.story}`);
						const isStepped = outlineOf(block, sheet, brief.anchors).feet.length > 1;
						const parts = { block, story, grid: sheet.grid, figureOf, isStepped, called };
						return (
							<Story
								key={block.story}
								name={blockClass(i)}
								href={isFiller(story.id) ? undefined : hrefOf(story.id)}
								{...parts}
							/>
						);
					})}
					{furniture.overlay}
				</div>
				{(furniture.credits || furniture.imprint) && (
					<div className="sheet-credits">
						{furniture.credits && <p>{furniture.credits}</p>}
						{furniture.imprint && <p className="sheet-imprint">{furniture.imprint}</p>}
					</div>
				)}
			</div>
		</section>
	);
}

function AnchorBox({ anchor, name, nameplate }: { anchor: Anchor; name: string; nameplate: ReactNode }) {
	const { kind, label } = anchor;
	if (kind === 'nameplate') return nameplate && <div className={`sheet-nameplate ${name}`}>{nameplate}</div>;
	return (
		<div className={`sheet-anchor ${name}`}>
			<span>{label ?? anchorLabel[kind]}</span>
		</div>
	);
}

interface StoryProps {
	block: SheetBlock;
	story: BriefStory;
	grid: Grid;
	figureOf: SheetProps['figureOf'];
	name: string;
	href: string | undefined;
	isStepped: boolean;
	called: string;
}

function Story({ block, story, grid, figureOf, name, href, isStepped, called }: StoryProps) {
	const id = `story-${called}${story.id}`;
	const kinds = [block.relation === 'vertical' && 'vertical-head', block.box && 'boxed', isStepped && 'stepped'];
	const texts = story.blocks.map((source) => normalize(source.text));
	return (
		<article
			id={id}
			className={['story', name, `rank${block.priority}`, ...kinds].filter(Boolean).join(' ')}
			aria-labelledby={`${id}-head`}
		>
			<Head block={block} id={`${id}-head`} href={href} />
			{block.figures.map((figure, i) => {
				const source = story.figures.find((candidate) => candidate.id === figure.id);
				if (!source) throw new Error(`The sheet holds a picture that the brief does not: ${figure.id}`);
				const image = figureOf(figure.id, figure.wEm / emOfMm(grid, grid.pageMm[0]));
				return <Picture key={figure.id} name={`g${i}`} source={source} image={image} wEm={figure.wEm} grid={grid} />;
			})}
			{block.frames.map((frame, i) => (
				<Column key={`${frame.x},${frame.y}`} name={`f${i}`} frame={frame} blocks={story.blocks} texts={texts} />
			))}
		</article>
	);
}

/** The rows of a 竖题 between its labels, which stand across the top of its box, and its byline, across the foot. */
const verticalRoles: readonly HeadRole[] = ['kicker', 'headline', 'deck'];

function Head({ block, id, href }: { block: SheetBlock; id: string; href: string | undefined }) {
	const { parts } = block.head;
	const isVertical = block.relation === 'vertical';
	const spread = parts.filter(({ role }) => (isVertical ? verticalRoles.includes(role) : role !== 'series'));
	const others = parts.filter((part) => !spread.includes(part));
	return (
		<header className="head">
			{others
				.filter(({ role }) => role !== 'byline')
				.map((part) => (
					<HeadRows key={part.role} part={part} />
				))}
			<div className="head-rows">
				{spread.map((part) =>
					part.role === 'headline' ? (
						<h2 key={part.role} id={id} className={`headline ${ptClass(part.pt)}`}>
							<HeadLink href={href}>
								<Rows rows={part.rows} isVertical={isVertical} />
							</HeadLink>
						</h2>
					) : (
						<HeadRows key={part.role} part={part} isVertical={isVertical} />
					),
				)}
			</div>
			{others
				.filter(({ role }) => role === 'byline')
				.map((part) => (
					<HeadRows key={part.role} part={part} />
				))}
		</header>
	);
}

function HeadLink({ href, children }: { href: string | undefined; children: ReactNode }) {
	return href === undefined ? children : <a href={href}>{children}</a>;
}

function HeadRows({ part, isVertical = false }: { part: HeadPart; isVertical?: boolean }) {
	return (
		<p className={`${part.role} ${ptClass(part.pt)}`}>
			<Rows rows={part.rows} isVertical={isVertical} />
		</p>
	);
}

function Rows({ rows, isVertical }: { rows: string[]; isVertical: boolean }) {
	return rows.map((row, i) => (
		<span key={rows.slice(0, i + 1).join()} className="row">
			{isVertical ? <VerticalRow text={row} /> : row}
		</span>
	));
}

interface PictureProps {
	name: string;
	source: BriefFigure;
	image: SheetImage;
	wEm: number;
	grid: Grid;
}

function Picture({ name, source, image, wEm, grid }: PictureProps) {
	const caption = setCaption(source, wEm, grid);
	return (
		<figure className={`picture ${name}`}>
			{/* biome-ignore lint/performance/noImgElement: a stored page has no image server behind it */}
			<img {...image} alt={image.alt} loading="lazy" decoding="async" />
			{caption.rows > 0 && (
				<figcaption>
					{caption.lines.map((line) => (
						<Line key={line.from} text={caption.text} line={line} />
					))}
					{caption.credit && <span className={`credit${caption.creditRow ? ' own' : ''}`}>{caption.credit}</span>}
				</figcaption>
			)}
		</figure>
	);
}

interface ColumnProps {
	name: string;
	frame: SheetFrame;
	blocks: BriefBlock[];
	texts: string[];
}

function Column({ name, frame, blocks, texts }: ColumnProps) {
	return (
		<div className={`frame ${name}`}>
			{byBlock(frame.lines).map((lines) => {
				const { block, from } = lines[0]!;
				const continued = from > 0 ? ' cont' : '';
				return (
					<p key={block} className={`${blocks[block]!.type}${continued}`}>
						{lines.map((line) => (
							<Line key={`${line.from}-${line.to}`} text={texts[block]!} line={line} />
						))}
					</p>
				);
			})}
		</div>
	);
}

function byBlock(lines: SheetLine[]): SheetLine[][] {
	const groups: SheetLine[][] = [];
	for (const line of lines) {
		if (groups.at(-1)?.[0]?.block === line.block) groups.at(-1)!.push(line);
		else groups.push([line]);
	}
	return groups;
}
