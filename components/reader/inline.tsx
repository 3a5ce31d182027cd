import { Fragment, type ReactNode } from 'react';
import type { Inline as InlineNode } from '@/lib/article/body';
import { mentionsIn } from '@/lib/article/mention';

/** Text with its marks and forced breaks. */
export function Inline({ content }: { content: InlineNode[] | undefined }) {
	return (content ?? []).map((node, index) => {
		// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
		if (node.type === 'hardBreak') return <br key={index} />;
		// biome-ignore lint/suspicious/noArrayIndexKey: as above
		return <Fragment key={index}>{marked(node)}</Fragment>;
	});
}

function marked({ text, marks = [] }: Extract<InlineNode, { type: 'text' }>): ReactNode {
	let node: ReactNode = text;
	for (const mark of marks) {
		if (mark.type === 'bold') node = <strong>{node}</strong>;
		if (mark.type === 'link') node = <a href={mark.attrs.href}>{node}</a>;
	}
	return node;
}

/** A head whose line feeds are forced breaks. */
export function Lines({ text }: { text: string }) {
	return text.split('\n').map((line, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
		<Fragment key={index}>
			{index > 0 && <br />}
			{line}
		</Fragment>
	));
}

/** A head on one line that, where it must break, breaks where its writer broke it. */
export function Clauses({ text }: { text: string }) {
	const clauses = text.split('\n');
	if (clauses.length === 1) return text;
	return clauses.map((clause, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
		<Fragment key={index}>
			{index > 0 && ' '}
			<span className="clause">{clause}</span>
		</Fragment>
	));
}

/** Someone whose name in a line of type may lead to a page. */
export interface LinkedName {
	name: string;
	/** Left out where there is no page. */
	href?: string;
}

/** A line of type, the first mention of each name that has a page a link. */
export function LinkedNames({ text, names }: { text: string; names: readonly LinkedName[] }) {
	const hrefs = new Map(names.flatMap(({ name, href }) => (href ? [[name, href]] : [])));
	const mentions = mentionsIn(
		text,
		names.map(({ name }) => name),
	);
	const links = mentions.filter(
		({ name }, index) => hrefs.has(name) && mentions.findIndex((mention) => mention.name === name) === index,
	);
	return (
		<>
			{links.map(({ name, at }, index) => {
				const before = links[index - 1];
				return (
					<Fragment key={at}>
						{text.slice(before ? before.at + before.name.length : 0, at)}
						<a href={hrefs.get(name)}>{name}</a>
					</Fragment>
				);
			})}
			{text.slice(links.reduce((end, { name, at }) => Math.max(end, at + name.length), 0))}
		</>
	);
}
