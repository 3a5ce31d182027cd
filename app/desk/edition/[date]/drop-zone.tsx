'use client';
import { type ComponentProps, useState } from 'react';
import { carriesStory, type DraggedStory, takeStory } from './drag';
import styles from './edition-board.module.css';

interface DropZoneProps extends Omit<ComponentProps<'section'>, 'onDrop'> {
	/** Nothing can be dropped where it is left out. */
	onDrop: ((story: DraggedStory) => void) | undefined;
}

/** A part of the screen on which a story can be dropped. The buttons of each story do the same without a mouse. */
export function DropZone({ onDrop, className, ...props }: DropZoneProps) {
	const [over, setOver] = useState(false);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way to what buttons do
		<section
			{...props}
			className={`${className ?? ''} ${over ? styles.over : ''}`}
			onDragOver={(event) => {
				if (!onDrop || !carriesStory(event.dataTransfer)) return;
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={(event) => {
				if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
			}}
			onDrop={(event) => {
				setOver(false);
				const story = takeStory(event.dataTransfer);
				if (!story) return;
				event.preventDefault();
				onDrop?.(story);
			}}
		/>
	);
}
