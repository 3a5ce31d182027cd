'use client';
import { type DragEvent, useState } from 'react';
import { carriesStory, type DraggedStory, takeStory } from './drag';

/** Takes the story that is dropped; where parts lie in each other, the innermost one does. */
export function useDrop(onDrop: ((story: DraggedStory) => void) | undefined) {
	const [over, setOver] = useState(false);
	return {
		over,
		onDragOver(event: DragEvent) {
			if (!onDrop || !carriesStory(event.dataTransfer)) return;
			setOver(!event.defaultPrevented);
			event.preventDefault();
		},
		onDragLeave(event: DragEvent) {
			if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
		},
		onDrop(event: DragEvent) {
			setOver(false);
			if (event.defaultPrevented) return;
			const story = takeStory(event.dataTransfer);
			if (!story) return;
			event.preventDefault();
			onDrop?.(story);
		},
	};
}
