import { Fragment, type ReactNode } from 'react';
import type { Inline as InlineNode } from '@/lib/article/body';

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

/** Someone whose name in a line of type leads to a page. */
export interface LinkedName {
	name: string;
	href: string;
}

/** A line of type, the first mention of each name a link. */
export function LinkedNames({ text, names }: { text: string; names: readonly LinkedName[] }) {
	const [next] = names
		.map((linked) => ({ ...linked, at: text.indexOf(linked.name) }))
		.filter(({ at }) => at !== -1)
		.sort((a, b) => a.at - b.at);
	if (!next) return text;
	const rest = names.filter(({ name }) => name !== next.name);
	return (
		<>
			{text.slice(0, next.at)}
			<a href={next.href}>{next.name}</a>
			<LinkedNames text={text.slice(next.at + next.name.length)} names={rest} />
		</>
	);
}
