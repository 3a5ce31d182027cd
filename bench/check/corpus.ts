import type { Body } from '@/lib/article/body';
import type { CheckSettings, Part } from '@/lib/check/check';
import { partsOf } from '@/lib/check/parts';
import { candidatesOf } from '@/lib/reporter/ledger/ledger';
import { beforePages, yesterdayPages } from '@/prisma/seed/edition-earlier/pages';
import { todayPages } from '@/prisma/seed/edition-today/pages';
import { demoReporters } from '@/prisma/seed/newsroom';
import type { Story } from '@/prisma/seed/story';
import { ownCopy } from './copy';

/** A correct story as the rules see it, and the day of its paper. */
export interface CheckedStory {
	key: string;
	day: string;
	parts: Part[];
}

const days = { today: '2026-11-22', yesterday: '2026-11-21', before: '2026-11-20' };

const pagesOf = (pages: readonly { stories: Story[] }[], day: string) =>
	pages.flatMap(({ stories }) => stories).map((story) => toChecked(story, day));

/** The demo paper and copy of the bench's own. */
export const demoStories: readonly CheckedStory[] = [
	...pagesOf(todayPages, days.today),
	...pagesOf(yesterdayPages, days.yesterday),
	...pagesOf(beforePages, days.before),
];
export const ownStories: readonly CheckedStory[] = ownCopy.map((story) => toChecked(story, days.today));

function toChecked(story: Story, day: string): CheckedStory {
	const { key, kicker = '', headline, deck = '', dateline = '', body, bylines } = story;
	const parts = partsOf({
		...{ kicker, headline, deck, dateline, webTitle: '', feedTitle: '', wechatTitle: '' },
		bylines: bylines.map((byline) => ({ office: '', reporterId: null, ...byline })),
		body: { type: 'doc', content: body } as Body,
	});
	return { key, day, parts };
}

export function charactersOf({ parts }: CheckedStory): number {
	return parts.reduce((sum, { text }) => sum + text.length, 0);
}

/** The text of a story's body, as the ledger reads it. */
function textOf({ parts }: CheckedStory): string {
	return parts.flatMap(({ where, text }) => (where.in === 'body' ? [text] : [])).join('\n');
}

/** A ledger of everybody whom the corpus names with an office, as a newsroom that has confirmed all of them has it. */
export function ledgerOf(stories: readonly CheckedStory[]): CheckSettings['people'] {
	const titles = new Map<string, Set<string>>();
	for (const story of stories) {
		for (const { name, title } of candidatesOf({ text: textOf(story), bylines: [] })) {
			titles.set(name, (titles.get(name) ?? new Set()).add(title));
		}
	}
	return [...titles].map(([name, held]) => ({
		name,
		titles: [...held].map((title) => ({ title, from: null, to: null })),
	}));
}

export function settingsOf(day: string, people: CheckSettings['people']): CheckSettings {
	return {
		day,
		isDayFixed: true,
		issueNo: 3021,
		off: [],
		terms: [],
		dictionary: [],
		people,
		reporters: demoReporters.map(({ name }) => name),
	};
}
