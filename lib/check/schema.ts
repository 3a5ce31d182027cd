import { z } from 'zod';
import { severities } from './check';
import { ruleFamilies } from './rules';

const id = z.string().min(1).max(40);
const line = (what: string, max: number) =>
	z
		.string()
		.transform((text) => text.replace(/\s+/g, ' ').trim())
		.refine((text) => [...text].length <= max, `${what}最长 ${max} 字`);

export const ruleIds = ruleFamilies.flatMap(({ rules }) => rules.map((rule) => rule.id));
const rule = z.enum(ruleIds as [string, ...string[]], '没有这条规则');

/** 忽略: a hit is let stand, with the reason. `text` is the hit's key. */
export const IgnoreInput = z.strictObject({
	articleId: id,
	rule: z.union([rule, z.literal('similar')]),
	text: z.string().min(1).max(4000),
	reason: line('理由', 100).refine((reason) => reason !== '', '请写明为什么不算错'),
});
export type IgnoreInput = z.infer<typeof IgnoreInput>;

export const HeedInput = IgnoreInput.omit({ reason: true });
export type HeedInput = z.infer<typeof HeedInput>;

const word = (what: string) =>
	line(what, 40).refine((text) => [...text].length >= 2, `${what}至少两个字，单个字会误伤太多`);

const termFields = {
	/** dictionary: what is no mistake; own-term: what is written otherwise here. */
	rule: z.enum(['dictionary', 'own-term']),
	wrong: word('词'),
	right: line('应写作', 40).default(''),
	note: line('说明', 120).default(''),
	source: line('依据', 60).default(''),
	severity: z.enum(severities).default('warning'),
};
const isChange = ({ wrong, right }: { wrong: string; right: string }) => wrong !== right;
const sameWords = { message: '两个写法是一样的', path: ['right'] };

export const AddTermInput = z.strictObject(termFields).refine(isChange, sameWords);
export type AddTermInput = z.infer<typeof AddTermInput>;

export const UpdateTermInput = z.strictObject({ id, ...termFields }).refine(isChange, sameWords);
export type UpdateTermInput = z.infer<typeof UpdateTermInput>;

export const TermInput = z.strictObject({ id });
export type TermInput = z.infer<typeof TermInput>;

export const maxTermLines = 500;

/** Pasted lines: 错 对 说明, apart by tabs, arrows or spaces. */
export const ImportTermsInput = z.strictObject({
	lines: z
		.string()
		.max(60_000)
		.refine((text) => text.split('\n').length <= maxTermLines, `一次最多 ${maxTermLines} 行`),
});
export type ImportTermsInput = z.infer<typeof ImportTermsInput>;

export const SwitchRuleInput = z.strictObject({ rule, on: z.boolean() });
export type SwitchRuleInput = z.infer<typeof SwitchRuleInput>;
