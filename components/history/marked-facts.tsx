import type { ReactNode } from 'react';
import { amendmentCauseNames, amendmentNames } from '@/lib/article/article';
import type { BlockDifference, ProseRun } from '@/lib/article/history/difference';
import type { Head } from '@/lib/article/history/tree';
import styles from './marked-copy.module.css';
import { MarkedProse } from './marked-text';
import { MarkedValue } from './marked-value';
import { asBlock, partOf } from './parts';
import { isDrawn, type Pen } from './pen';

/** What changed beside the printed text: where the article belongs, its titles elsewhere, what a correction says. */
export function MarkedFacts({ pen, article }: { pen: Pen; article: BlockDifference }) {
	const facts = [
		...headingFacts(pen, article),
		...tagFact(pen, article),
		...titleFacts(pen, article),
		...amendmentFacts(pen, article),
	];
	if (facts.length === 0) return null;
	return (
		<dl className={styles.facts}>
			{facts.map(({ name, words }) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{words}</dd>
				</div>
			))}
		</dl>
	);
}

interface Fact {
	name: string;
	words: ReactNode;
}

const nameIn = (pen: Pen, head: Head | undefined, attribute: string): string => {
	const id = head?.attrs?.[attribute];
	return typeof id === 'string' ? (pen.names.get(id) ?? '（已不存在）') : '';
};

function headingFacts(pen: Pen, { before, after, changed }: BlockDifference): Fact[] {
	const names: Record<string, string> = { columnId: '栏目', seriesId: '主题横幅' };
	return changed.flatMap(({ name, by }) =>
		names[name]
			? [
					{
						name: names[name],
						words: <MarkedValue pen={pen} was={nameIn(pen, before, name)} now={nameIn(pen, after, name)} by={by} />,
					},
				]
			: [],
	);
}

function tagFact(pen: Pen, article: BlockDifference): Fact[] {
	const tags = partOf(article, 'tags').children;
	if (tags.every(({ kind }) => kind === 'same')) return [];
	const words = tags.map((tag, index) => {
		const { before, after, by } = asBlock(tag);
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: a difference is drawn once
			<span key={index} className={styles.byline}>
				<MarkedValue pen={pen} was={nameIn(pen, before, 'id')} now={nameIn(pen, after, 'id')} by={by} />
			</span>
		);
	});
	return [{ name: '标签', words }];
}

function titleFacts(pen: Pen, { prose }: BlockDifference): Fact[] {
	const names: Record<string, string> = { webTitle: '网页标题', feedTitle: '订阅标题', wechatTitle: '微信标题' };
	return Object.entries(names).flatMap(([attribute, name]) => proseFact(pen, name, prose[attribute]));
}

function proseFact(pen: Pen, name: string, runs: readonly ProseRun[] = []): Fact[] {
	return runs.every(({ op }) => op === 'same') ? [] : [{ name, words: <MarkedProse pen={pen} runs={runs} /> }];
}

function amendmentFacts(pen: Pen, article: BlockDifference): Fact[] {
	return partOf(article, 'amendments').children.flatMap((child) => {
		const { before, after, prose, by } = asBlock(child);
		if (child.kind === 'same' || !isDrawn(pen, before ? (after ? 'same' : 'deleted') : 'inserted')) return [];
		const kind = (head: Head | undefined) => amendmentNames[head?.attrs?.kind as 'correction'] ?? '';
		const cause = (head: Head | undefined) => amendmentCauseNames[head?.attrs?.cause as 'other'] ?? '';
		return [
			{ name: '说明', words: <MarkedValue pen={pen} was={kind(before)} now={kind(after)} by={by} /> },
			{ name: '原因', words: <MarkedValue pen={pen} was={cause(before)} now={cause(after)} by={by} /> },
			...proseFact(pen, '错在何处', prose.wrong),
			...proseFact(pen, '正确内容', prose.right),
			...proseFact(pen, '发现人', prose.foundBy),
			...proseFact(pen, '给读者看的', prose.note),
		];
	});
}
