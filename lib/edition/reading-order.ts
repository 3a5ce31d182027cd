import type { Sheet } from '@/lib/makeup/sheet';

/** The stories of a made-up page as a reader goes through it; those that found no room come last. */
export function readingOrder(sheet: Sheet, brief: { stories: { id: string }[] }): string[] {
	const blocks = [...sheet.blocks].sort((a, b) => a.order - b.order).map((block) => block.story);
	return [...new Set([...blocks, ...brief.stories.map((story) => story.id)])];
}
