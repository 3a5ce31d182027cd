import { type MarkPlace, markPlaceNames, textsOf } from '@/lib/edition/proof/mark';
import type { MadePage } from '@/lib/makeup/remake';
import { truncate } from '@/lib/text';
import type { PlaceChoice, StoryChoice } from './picked';

/** What a mark can stand on, story by story in reading order. */
export function choicesOf({ brief, sheet }: MadePage): StoryChoice[] {
	return sheet.blocks.flatMap((block) => {
		const story = brief.stories.find(({ id }) => id === block.story);
		if (!story) return [];
		return {
			id: story.id,
			title: story.headline.replaceAll('\n', ''),
			places: textsOf(story).flatMap(({ place, figureId, text }) => toChoices(place, figureId, text)),
			frames: block.frames.map(({ lines }) => lines.map((line) => ({ block: line.block, from: line.from }))),
			figureIds: block.figures.map(({ id }) => id),
		};
	});
}

function toChoices(place: MarkPlace, figureId: string | null, text: string): PlaceChoice[] {
	if (place !== 'body') return [{ place, figureId, block: null, label: markPlaceNames[place], text }];
	return text.split('\n').map((part, block) => ({
		...{ place, figureId, block, text: part },
		label: `正文第 ${block + 1} 段 ${truncate(part, 12)}`,
	}));
}
