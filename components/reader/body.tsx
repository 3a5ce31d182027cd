import type { Block, Embed as EmbedNode, FactBox as FactBoxNode, Table as TableNode } from '@/lib/article/body';
import { inlineText } from '@/lib/article/body';
import { durationText, type EmbedKind, embedKindNames, embedSourceOf } from '@/lib/article/embed';
import type { PublishedPicture } from '@/lib/media/published';
import type { ReadingBlock } from '@/lib/site/article-blocks';
import { Figure } from './figure';
import { GalleryView } from './gallery';
import { Inline, type LinkedName, LinkedNames } from './inline';

interface BodyProps {
	blocks: readonly ReadingBlock[];
	/** 电头: opens the first paragraph. */
	dateline: string;
	/** Who signs, and may be named in the dateline. */
	names: readonly LinkedName[];
	pictures: ReadonlyMap<string, PublishedPicture>;
}

/** 正文: the body of an article in the trade's blocks. */
export function Body({ blocks, dateline, names, pictures }: BodyProps) {
	const opening = blocks.findIndex((block) => block.type === 'paragraph');
	const firstPicture = blocks.findIndex((block) => block.type === 'figure' || block.type === 'gallery');
	return (
		<div className="body">
			{dateline && opening === -1 && (
				<p>
					<Dateline text={dateline} names={names} />
				</p>
			)}
			{blocks.map((block, index) =>
				dateline && index === opening && block.type === 'paragraph' ? (
					// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
					<p key={index}>
						<Dateline text={dateline} names={names} />　<Inline content={block.content} />
					</p>
				) : (
					// biome-ignore lint/suspicious/noArrayIndexKey: as above
					<BlockView key={index} block={block} pictures={pictures} first={index === firstPicture} />
				),
			)}
		</div>
	);
}

function Dateline({ text, names }: { text: string; names: readonly LinkedName[] }) {
	return (
		<span className="dateline">
			<LinkedNames text={text} names={names} />
		</span>
	);
}

interface BlockProps {
	block: ReadingBlock;
	pictures: ReadonlyMap<string, PublishedPicture>;
	first: boolean;
}

function BlockView({ block, pictures, first }: BlockProps) {
	switch (block.type) {
		case 'paragraph':
			return (
				<p>
					<Inline content={block.content} />
				</p>
			);
		case 'verse':
			return (
				<p className="verse">
					<Inline content={block.content} />
				</p>
			);
		case 'subhead':
			return (
				<h2>
					<Inline content={block.content} />
				</h2>
			);
		case 'exchange':
			return <Exchange talk={block.content} />;
		case 'question':
		case 'answer':
			return <Exchange talk={[block]} />;
		case 'pullQuote':
			return (
				<blockquote className="pull">
					<p>
						<Inline content={block.content} />
					</p>
				</blockquote>
			);
		case 'divider':
			return <hr />;
		case 'figure':
			return <Figure {...block.attrs} picture={pictures.get(block.attrs.media)} first={first} />;
		case 'gallery':
			return <GalleryView gallery={block} pictures={pictures} first={first} />;
		case 'factBox':
			return <FactBoxView box={block} />;
		case 'embed':
			return <EmbedLine {...block.attrs} />;
		case 'bulletList':
			return <ul>{items(block.content)}</ul>;
		case 'orderedList':
			return <ol start={block.attrs?.start}>{items(block.content)}</ol>;
		case 'table':
			return <TableView table={block} />;
	}
}

function items(list: Extract<Block, { type: 'bulletList' }>['content']) {
	return list.map((item, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
		<li key={index}>
			{item.content.map((paragraph, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: as above
				<p key={at}>
					<Inline content={paragraph.content} />
				</p>
			))}
		</li>
	));
}

/** 问答: each turn says who speaks, unless the text says it itself. */
function Exchange({ talk }: { talk: Extract<Block, { type: 'question' | 'answer' }>[] }) {
	return (
		<div className="exchange">
			{talk.map((turn, index) => {
				const mark = turn.type === 'question' ? '问' : '答';
				const says = /^[^：:]{1,8}[：:]/.test(inlineText(turn.content));
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
					<p key={index} className={turn.type}>
						{!says && <b>{mark}：</b>}
						<Inline content={turn.content} />
					</p>
				);
			})}
		</div>
	);
}

/** 资料框: facts under a title of their own, ruled off from the story. */
function FactBoxView({ box }: { box: FactBoxNode }) {
	const [title, ...facts] = box.content;
	const name = inlineText(title.content);
	return (
		<aside className="facts" aria-label={name || '资料'}>
			{name && (
				<h2>
					<Inline content={title.content} />
				</h2>
			)}
			{facts.map((block, index) => {
				// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
				if (block.type === 'bulletList') return <ul key={index}>{items(block.content)}</ul>;
				if (block.type === 'orderedList') {
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: as above
						<ol key={index} start={block.attrs?.start}>
							{items(block.content)}
						</ol>
					);
				}
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: as above
					<p key={index}>
						<Inline content={block.content} />
					</p>
				);
			})}
		</aside>
	);
}

const invitations: Record<EmbedKind, string> = { audio: '收听录音', video: '观看视频' };

/** Sound or film elsewhere: what it is, how long, and whose page the link opens. Nothing of that house is loaded here. */
function EmbedLine({ kind, href, title, seconds }: EmbedNode['attrs']) {
	const facts = [durationText(seconds), embedSourceOf(href)?.name].filter(Boolean);
	return (
		<p className="embed">
			<b>{embedKindNames[kind]}</b>
			<a href={href} rel="noreferrer">
				{title || invitations[kind]}
			</a>
			{facts.length > 0 && <span>{facts.join('　')}</span>}
		</p>
	);
}

const numeric = /^[+\-−]?[\d,.]+(?:%|％|万|亿|元)?$/;

/** Wider than the measure, it scrolls inside its own frame, by keys too. */
function TableView({ table }: { table: TableNode }) {
	const [head, ...rest] = table.content;
	const isHead = head?.content.every((cell) => cell.type === 'tableHeader');
	const rows = isHead ? rest : table.content;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
		<section className="table" aria-label="表格" tabIndex={0}>
			<table>
				{isHead && (
					<thead>
						<tr>{head && cells(head)}</tr>
					</thead>
				)}
				<tbody>
					{rows.map((row, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
						<tr key={index}>{cells(row)}</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function cells(row: TableNode['content'][number]) {
	return row.content.map((cell, index) => {
		const Cell = cell.type === 'tableHeader' ? 'th' : 'td';
		const text = cell.content.map((paragraph) => inlineText(paragraph.content)).join('\n');
		return (
			<Cell
				// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
				key={index}
				scope={cell.type === 'tableHeader' ? (index === 0 ? undefined : 'col') : undefined}
				className={numeric.test(text) ? 'number' : undefined}
				colSpan={cell.attrs?.colspan}
				rowSpan={cell.attrs?.rowspan}
			>
				{cell.content.map((paragraph, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: as above
					<span key={at} className="cell">
						<Inline content={paragraph.content} />
					</span>
				))}
			</Cell>
		);
	});
}
