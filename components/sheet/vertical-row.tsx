import type { ReactNode } from 'react';

/**
 * A row of a vertical head 竖题: two or three digits side by side in one square 直排内横排, single digits and
 * capitals upright; other Latin lies on its side, as the style sheet has it.
 */
export function VerticalRow({ text }: { text: string }): ReactNode {
	const runs = [...text.matchAll(run)];
	return runs.map(({ 0: characters, index }) => {
		const name = classOf(characters);
		if (!name) return characters;
		return (
			<span key={index} className={name}>
				{characters}
			</span>
		);
	});
}

/** Latin words, numbers, everything between them. */
const run = /[A-Za-z]+|\d+(?:[.,:]\d+)*|[^A-Za-z\d]+/gu;

function classOf(characters: string): string | undefined {
	if (/^\d{2,3}$/.test(characters)) return 'tcy';
	return /^(?:\d|[A-Z]{1,3})$/.test(characters) ? 'up' : undefined;
}
