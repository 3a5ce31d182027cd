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

/** Latin and digits as they stand together, and everything between them; the engine measures the same runs. */
const run = /[!-~À-ÿ]+|[^!-~À-ÿ]+/gu;

function classOf(characters: string): string | undefined {
	if (/^\d{2,3}$/.test(characters)) return characters.length === 3 ? 'tcy tcy3' : 'tcy';
	return /^[\dA-Z]$/.test(characters) ? 'up' : undefined;
}
