import type { Priority } from '@/lib/makeup/sheet';
import type { PageStage } from '../page-stage';
import type { EditionForDesk, PlacedStory } from '../read';

/** 稿位: what the plan wants at a place of a page, and which story fills it. */
export interface SlotRow {
	id: string;
	label: string;
	/** 计划字数 */
	plannedWords: number;
	priority: Priority;
	order: number;
	columnId: string | null;
	columnName: string | null;
	articleId: string | null;
}

/** What the plan says of a page. */
export interface PagePlan {
	section: string;
	deadline: Date | null;
	stage: PageStage;
	stageSince: Date;
	holder: { id: string; name: string } | null;
	/** How often it was pulled as a proof. */
	versions: number;
	/** By rank, then in the plan's order. */
	slots: SlotRow[];
}

/** A page of the desk with what was planned for it. */
export type PlannedPage = EditionForDesk['pages'][number] & PagePlan;

export type PlannedEdition = Omit<EditionForDesk, 'pages'> & { pages: PlannedPage[] };

/** The edition with its plans; a page that was removed between the two reads is left out. */
export function withPlans(edition: EditionForDesk, plans: ReadonlyMap<string, PagePlan>): PlannedEdition {
	const pages = edition.pages.flatMap((page) => {
		const plan = plans.get(page.id);
		return plan ? [{ ...page, ...plan }] : [];
	});
	return { ...edition, pages };
}

/** The slot that a story of the page stands in. */
export function slotOf(page: Pick<PlannedPage, 'slots'>, articleId: string): SlotRow | undefined {
	return page.slots.find((slot) => slot.articleId === articleId);
}

/** One line of a page: a slot with its story or without, or a story that stands outside the plan. */
export interface PlanLine {
	slot?: SlotRow;
	story?: PlacedStory;
	/** Whether nothing of its kind and rank stands before it, or behind it. */
	isFirst: boolean;
	isLast: boolean;
}

/** The lines of a page as it will print: by rank, in each the slots in their order, then the stories without one. */
export function planLines({ slots, stories }: Pick<PlannedPage, 'slots' | 'stories'>): PlanLine[] {
	const byId = new Map(stories.map((story) => [story.articleId, story]));
	const slotted = new Set(slots.map((slot) => slot.articleId));
	const loose = stories.filter((story) => !slotted.has(story.articleId));
	return ([1, 2, 3, 4] as const).flatMap((rank) => [
		...ends(slots.filter(({ priority }) => priority === rank)).map(([slot, at]) => ({
			slot,
			story: slot.articleId ? byId.get(slot.articleId) : undefined,
			...at,
		})),
		...ends(loose.filter(({ priority }) => priority === rank)).map(([story, at]) => ({ story, ...at })),
	]);
}

function ends<Row>(rows: Row[]): [Row, { isFirst: boolean; isLast: boolean }][] {
	return rows.map((row, index) => [row, { isFirst: index === 0, isLast: index === rows.length - 1 }]);
}

/** Planned against actual, in 字. */
export interface Tally {
	slots: number;
	/** Slots without a story. */
	free: number;
	planned: number;
	stories: number;
	words: number;
}

/** Counts pages together: one of them, or the edition. */
export function tallyOf(pages: readonly Pick<PlannedPage, 'slots' | 'stories'>[]): Tally {
	const slots = pages.flatMap((page) => page.slots);
	const stories = pages.flatMap((page) => page.stories);
	return {
		slots: slots.length,
		free: slots.filter((slot) => slot.articleId === null).length,
		planned: sum(slots.map((slot) => slot.plannedWords)),
		stories: stories.length,
		words: sum(stories.map((story) => story.words)),
	};
}

/** 超 120 字, 少 80 字; 正合计划 within a twentieth. */
export function againstPlan(words: number, planned: number): string {
	const over = words - planned;
	if (Math.abs(over) * 20 <= planned) return '正合计划';
	return over > 0 ? `超 ${figure(over)} 字` : `少 ${figure(-over)} 字`;
}

/** 2,400 */
export function figure(value: number): string {
	return value.toLocaleString('zh-CN');
}

function sum(values: number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

/** Free slots of an edition in the order of its pages: where a story can be put. */
export function freeSlots(pages: readonly PlannedPage[]): { page: PlannedPage; slot: SlotRow }[] {
	return pages
		.filter((page) => page.stage !== 'locked')
		.flatMap((page) => page.slots.filter((slot) => slot.articleId === null).map((slot) => ({ page, slot })));
}
