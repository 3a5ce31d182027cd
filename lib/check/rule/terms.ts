import type { CheckSettings, Finding, PartRule, Term } from '../check';
import { type Matcher, matcherOf } from '../matcher';

/** Words that this newsroom has put down for itself. */

interface TermEntry extends Term {
	word: string;
}

let latest: { terms: readonly Term[]; matcher: Matcher<TermEntry> } | undefined;

function matcherFor({ terms }: CheckSettings): Matcher<TermEntry> {
	if (latest?.terms !== terms) {
		latest = { terms, matcher: matcherOf(terms.map((term) => ({ ...term, word: term.wrong }))) };
	}
	return latest.matcher;
}

const ownTerm: PartRule = {
	id: 'own-term',
	name: '本报词表',
	severity: 'warning',
	source: '本报词表',
	*look({ text }, settings): Iterable<Finding> {
		for (const { entry, at } of matcherFor(settings).find(text)) {
			const to = at + entry.word.length;
			// The right form may contain the wrong one: 青禾镇 for 青禾.
			if (entry.right && isInside(text, entry.right, at, to)) continue;
			yield {
				from: at,
				to,
				suggestions: entry.right ? [entry.right] : [],
				message: entry.note || (entry.right ? `本报写作“${entry.right}”。` : `本报不用“${entry.wrong}”。`),
				severity: entry.severity,
				...(entry.source && { source: entry.source }),
			};
		}
	},
};

function isInside(text: string, right: string, from: number, to: number): boolean {
	for (
		let at = text.indexOf(right, Math.max(0, to - right.length));
		at >= 0 && at <= from;
		at = text.indexOf(right, at + 1)
	) {
		if (at + right.length >= to) return true;
	}
	return false;
}

export const termRules: readonly PartRule[] = [ownTerm];
