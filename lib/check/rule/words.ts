import type { Finding, PartRule } from '../check';
import { matcherOf } from '../matcher';
import { commonWords } from '../pack/common-word';
import { confusables } from '../pack/confusable';
import { counts, parseEntries } from '../pack/entry';
import { measureWords } from '../pack/measure';
import { misheards } from '../pack/misheard';
import { particles } from '../pack/particle';
import { places } from '../pack/place';
import { variants } from '../pack/variant';

/** Words that packs list: the wrong form, the right one, and the neighbours beside which it counts. */

const dictionary = '现代汉语词典（第7版）';

interface WordRule extends Omit<PartRule, 'look'> {
	pack: string;
	/** Whether an entry counts only where its halves belong to no neighbour. */
	standsAlone?: boolean;
	message: (wrong: string, right: string) => string;
}

function wordRule({ pack, standsAlone, message, ...facts }: WordRule): PartRule {
	const matcher = matcherOf(parseEntries(pack));
	return {
		...facts,
		*look({ text }): Iterable<Finding> {
			for (const { entry, at } of matcher.find(text)) {
				const to = at + entry.word.length;
				if (!counts(entry, text[at - 1], text[to])) continue;
				if (standsAlone && isTornOff(text, at, to)) continue;
				yield {
					from: at,
					to,
					suggestions: [entry.right],
					message: message(entry.word, entry.right),
					...(entry.doubtful && { severity: 'warning' as const }),
				};
			}
		},
	};
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** How much of the text around a hit tells its words. */
const reach = 8;
/** Characters that are words by themselves in running text. */
const loneWords = new Set(
	'的了在是不也都就却又很最更被把和与及或从到对向于以为而则但若因所其这那我你他她它着过给让使由将会能要可没有无未再还已正只才上下中里外后前来去说看做该经至时想',
);

/**
 * Whether the first character ends a word that begins before, or the last begins one that ends after, and what is left of
 * the hit can stand alone: 派出所|已 and 却|实惠 are no mistakes, 关|健在 is one.
 */
function isTornOff(text: string, at: number, to: number): boolean {
	if (commonWords.has(text.slice(Math.max(0, at - 1), at + 1)) || commonWords.has(text.slice(to - 1, to + 1)))
		return true;
	const start = Math.max(0, at - reach);
	const words = segmenter.segment(text.slice(start, to + reach));
	const [first, last] = [words.containing(at - start), words.containing(to - 1 - start)];
	if (!first || !last || first.index === last.index) return false;
	const isWord = ({ segment }: { segment: string }) => segment.length > 1 || loneWords.has(segment);
	const isLeftTorn = start + first.index < at;
	const isRightTorn = start + last.index + last.segment.length > to;
	return (isLeftTorn && isWord(last)) || (isRightTorn && isWord(first));
}

export const wordRules: readonly PartRule[] = [
	wordRule({
		id: 'confusable',
		name: '易错词',
		severity: 'error',
		source: dictionary,
		pack: confusables,
		message: (wrong, right) => `“${wrong}”应为“${right}”。`,
	}),
	wordRule({
		id: 'misheard',
		name: '音近、形近误',
		severity: 'error',
		source: dictionary,
		pack: misheards,
		standsAlone: true,
		message: (wrong, right) => `“${wrong}”应为“${right}”。`,
	}),
	wordRule({
		id: 'particle',
		name: '的、地、得',
		severity: 'warning',
		source: dictionary,
		pack: particles,
		message: (wrong, right) => `这里的“${wrong}”应为“${right}”。`,
	}),
	wordRule({
		id: 'place',
		name: '地名、机构名',
		severity: 'error',
		source: '中华人民共和国行政区划、国家机构名称',
		pack: places,
		message: (wrong, right) => `没有“${wrong}”，应为“${right}”。`,
	}),
	wordRule({
		id: 'measure-word',
		name: '量词',
		severity: 'warning',
		source: dictionary,
		pack: measureWords,
		message: (wrong, right) => `量词用错：“${wrong}”应为“${right}”。`,
	}),
	wordRule({
		id: 'variant',
		name: '异形词',
		severity: 'info',
		source: '第一批异形词整理表（GF 1001—2001）',
		pack: variants,
		message: (wrong, right) => `“${wrong}”和“${right}”通用，推荐写“${right}”。`,
	}),
];
