import type { PartRule, StoryRule } from './check';
import { dateRules } from './rule/dates';

/** Every rule that looks at one text, family by family. */
export const partRules: readonly PartRule[] = [...dateRules];

/** Every rule that compares texts. */
export const storyRules: readonly StoryRule[] = [];
