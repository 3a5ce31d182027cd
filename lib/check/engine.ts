import {
	type CheckSettings,
	type Finding,
	type Hit,
	hitKey,
	type Part,
	type PartRule,
	type RuleFacts,
	type Severity,
	severities,
} from './check';
import { partRules, storyRules } from './rules';

/** Remembers what rules of one text found in a text, as long as the settings stay the same. */
export interface Memory {
	settings?: CheckSettings;
	found: Map<string, readonly Hit[]>;
}

export function newMemory(): Memory {
	return { found: new Map() };
}

/**
 * Every hit in a story, in reading order; no two of them overlap. Pure but for `memory`, which only saves time: a text
 * that was looked at before is not looked at again.
 */
export function checkStory(parts: readonly Part[], settings: CheckSettings, memory: Memory = newMemory()): Hit[] {
	if (memory.settings !== settings) memory.found.clear();
	memory.settings = settings;
	const off = new Set(settings.off);
	const inParts = parts.map((part) => hitsInPart(part, settings, memory));
	for (const rule of storyRules) {
		if (off.has(rule.id)) continue;
		for (const { part: at, ...finding } of rule.lookAcross(parts, settings)) {
			const part = parts[at];
			if (part) inParts[at] = [...(inParts[at] ?? []), toHit(part, rule, finding)];
		}
	}
	forgetOthers(parts, memory);
	return parts.flatMap((part, at) => settle(part, inParts[at] ?? [], settings));
}

function hitsInPart(part: Part, settings: CheckSettings, memory: Memory): readonly Hit[] {
	const key = memoryKey(part);
	const known = memory.found.get(key);
	if (known) return known.map((hit) => ({ ...hit, where: part.where }));
	const hits = partRules
		.filter((rule) => !settings.off.includes(rule.id))
		.flatMap((rule) => look(rule, part, settings));
	memory.found.set(key, hits);
	return hits;
}

function look(rule: PartRule, part: Part, settings: CheckSettings): Hit[] {
	return [...rule.look(part, settings)].map((finding) => toHit(part, rule, finding));
}

function toHit({ where, text }: Part, rule: RuleFacts, finding: Finding): Hit {
	const { from, to, suggestions, message } = finding;
	return {
		rule: rule.id,
		severity: finding.severity ?? rule.severity,
		where,
		from,
		to,
		text: text.slice(from, to),
		key: hitKey(text, from, to),
		suggestions,
		message,
		source: finding.source ?? rule.source,
	};
}

/** Of hits that overlap the severest stands, of equal ones the longest, then the first. */
function settle({ text }: Part, hits: readonly Hit[], { dictionary }: CheckSettings): Hit[] {
	if (hits.length === 0) return [];
	const spared = rangesOf(text, dictionary);
	const candidates = hits
		.filter((hit) => !spared.some(([from, to]) => hit.from >= from && hit.to <= to))
		.sort((a, b) => rank(a.severity) - rank(b.severity) || b.to - b.from - (a.to - a.from) || a.from - b.from);
	const settled: Hit[] = [];
	for (const hit of candidates) {
		if (!settled.some((other) => hit.from < other.to && other.from < hit.to)) settled.push(hit);
	}
	return settled.sort((a, b) => a.from - b.from);
}

const rank = (severity: Severity) => severities.indexOf(severity);

function rangesOf(text: string, words: readonly string[]): [number, number][] {
	return words.flatMap((word) => {
		const ranges: [number, number][] = [];
		for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + 1)) {
			ranges.push([at, at + word.length]);
		}
		return ranges;
	});
}

function memoryKey({ role, text }: Part): string {
	return `${role}\n${text}`;
}

/** Texts that are no longer there are not remembered. */
function forgetOthers(parts: readonly Part[], memory: Memory): void {
	if (memory.found.size < 2 * parts.length + 200) return;
	const present = new Set(parts.map(memoryKey));
	for (const key of memory.found.keys()) if (!present.has(key)) memory.found.delete(key);
}
