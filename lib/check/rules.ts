import type { PartRule, RuleFacts, StoryRule } from './check';
import { confusables, confusableVersion } from './pack/confusable';
import { parseEntries } from './pack/entry';
import { idioms, idiomVersion } from './pack/idiom';
import { measureVersion, measureWords } from './pack/measure';
import { misheards, misheardVersion } from './pack/misheard';
import { particles, particleVersion } from './pack/particle';
import { places, placeVersion } from './pack/place';
import { variants, variantVersion } from './pack/variant';
import { dateRules } from './rule/dates';
import { headRules } from './rule/heads';
import { idiomRules } from './rule/idioms';
import { markRules } from './rule/marks';
import { nameRules } from './rule/names';
import { numberRules } from './rule/numbers';
import { pairRules } from './rule/pairs';
import { peopleRules } from './rule/people';
import { repeatRules, repeatStoryRules } from './rule/repeats';
import { endRules, stopRules } from './rule/stops';
import { termRules } from './rule/terms';
import { wordRules } from './rule/words';

/** Every rule that looks at one text, family by family. */
export const partRules: readonly PartRule[] = [
	...markRules,
	...stopRules,
	...numberRules,
	...dateRules,
	...wordRules,
	...idiomRules,
	...repeatRules,
	...termRules,
];

/** Every rule that compares texts. */
export const storyRules: readonly StoryRule[] = [
	...pairRules,
	...endRules,
	...repeatStoryRules,
	...nameRules,
	...headRules,
	...peopleRules,
];

/** The rules by family, as the screen of rules lists them; each is listed once. */
export const ruleFamilies: readonly { name: string; rules: readonly RuleFacts[] }[] = [
	{ name: '标点符号', rules: [...markRules, ...stopRules, ...pairRules, ...endRules] },
	{ name: '数字用法', rules: unique(numberRules) },
	{ name: '日期', rules: dateRules },
	{ name: '字词', rules: [...wordRules, ...idiomRules, ...termRules] },
	{ name: '重复', rules: [...repeatRules, ...repeatStoryRules] },
	{ name: '人名与职务', rules: [...nameRules, ...peopleRules] },
	{ name: '标题', rules: headRules },
];

/** Two rules may share an id where one name covers both. */
function unique(rules: readonly RuleFacts[]): RuleFacts[] {
	return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}

const names = new Map(ruleFamilies.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule.name])));

/** What a rule is called on the screen and in the record. */
export function ruleName(id: string): string {
	return names.get(id) ?? (id === similarRule ? '与旧稿相似' : id);
}

/** The rule that only the server knows: a story much like one of the last 30 days. */
export const similarRule = 'similar';

const packOf: Record<string, { entries: number; version: string }> = {
	confusable: { entries: parseEntries(confusables).length, version: confusableVersion },
	misheard: { entries: parseEntries(misheards).length, version: misheardVersion },
	particle: { entries: parseEntries(particles).length, version: particleVersion },
	place: { entries: parseEntries(places).length, version: placeVersion },
	'measure-word': { entries: parseEntries(measureWords).length, version: measureVersion },
	variant: { entries: parseEntries(variants).length, version: variantVersion },
	idiom: { entries: idioms.replace(/\s/g, '').length / 4, version: idiomVersion },
};

/** Of rules that rest on a pack of words: how many it has, and its version. */
export const ruleCounts: Record<string, string> = Object.fromEntries(
	Object.entries(packOf).map(([id, { entries, version }]) => [id, `${entries} 条，${version} 版`]),
);
