import type { Mark, Node } from '@tiptap/pm/model';
import type { SuggestedBy } from '@/lib/article/suggestion';
import type { Token } from './suggestion-tokens';

type Kind = 'insertion' | 'deletion';

/** What is suggested of a block, as its attribute holds it. */
export interface ChangeAttribute {
	insertion?: SuggestedBy;
	deletion?: SuggestedBy;
	was?: SuggestedBy & { type?: string; attrs?: Record<string, unknown> };
}

export function changeOn(node: Node): ChangeAttribute {
	return (node.attrs.change as ChangeAttribute | null) ?? {};
}

/** A block with what is suggested of it; with nothing where `change` is empty. */
export function withChange(node: Node, change: ChangeAttribute): Node {
	const attrs = { ...node.attrs, change: Object.values(change).some(Boolean) ? change : null };
	return node.type.create(attrs, node.content, node.marks);
}

/** Whether a node can carry a suggestion of its own. */
export function canCarry(node: Node): boolean {
	return node.isInline || 'change' in node.attrs;
}

export function isSuggestionMark(mark: Mark): boolean {
	return mark.type.name === 'insertion' || mark.type.name === 'deletion';
}

/** The suggestion of a kind that a token carries. */
export function signOn(token: Token, kind: Kind): SuggestedBy | undefined {
	if (token.depth !== null) return changeOn(token.node)[kind];
	return token.marks.find((mark) => mark.type.name === kind)?.attrs as SuggestedBy | undefined;
}

/** A suggestion of this person that a token carries: what he does beside it belongs to it. */
export function ownSign(token: Token | undefined, userId: string): SuggestedBy | undefined {
	const signs = token ? [signOn(token, 'insertion'), signOn(token, 'deletion')] : [];
	return signs.find((sign) => sign?.userId === userId);
}

/** The token with a suggestion more. Throws where it can carry none. */
export function signed(token: Token, kind: Kind, sign: SuggestedBy): Token {
	const { node } = token;
	if (!canCarry(node)) throw new RangeError(`Nothing can be suggested of a ${node.type.name}`);
	if (token.depth !== null) return { ...token, node: withChange(node, { ...changeOn(node), [kind]: sign }) };
	return { ...token, marks: node.type.schema.marks[kind]!.create(sign).addToSet(token.marks) };
}

/** The token as it would stand if nobody had suggested anything of it. */
export function unsigned(token: Token): Token {
	if (token.depth !== null) return canCarry(token.node) ? { ...token, node: withChange(token.node, {}) } : token;
	return { ...token, marks: token.marks.filter((mark) => !isSuggestionMark(mark)) };
}
