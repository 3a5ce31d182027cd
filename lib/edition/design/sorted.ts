import { LRUCache } from 'lru-cache';
import { canonical } from '@/lib/article/canonical';
import type { Brief, BriefStory } from '@/lib/makeup/sheet';

/** The same value with its members in one order: the engine compares parts of a brief as text, and a stored one has its own. */
export function sorted<Value extends object>(value: Value): Value {
	return JSON.parse(canonical(value)) as Value;
}

const stories = new LRUCache<string, BriefStory>({ max: 60 });

/**
 * The brief with each story being the object that said the same before: the engine remembers by it which shapes a story
 * can take, the dear part of every page. As good as the brief itself, its members in one order.
 */
export function interned(brief: Brief): Brief {
	return {
		...sorted(brief),
		stories: brief.stories.map((story) => {
			const key = canonical(story);
			const known = stories.get(key) ?? (JSON.parse(key) as BriefStory);
			stories.set(key, known);
			return known;
		}),
	};
}
