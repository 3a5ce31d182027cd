'use client';
import type { ComponentProps } from 'react';
import type { DraggedStory } from './drag';
import styles from './edition-board.module.css';
import { useDrop } from './use-drop';

interface DropZoneProps extends Omit<ComponentProps<'section'>, 'onDrop'> {
	/** Nothing can be dropped where it is left out. */
	onDrop: ((story: DraggedStory) => void) | undefined;
}

/** A part of the screen on which a story can be dropped. The buttons of each story do the same without a mouse. */
export function DropZone({ onDrop, className, ...props }: DropZoneProps) {
	const { over, ...drop } = useDrop(onDrop);
	return <section {...props} {...drop} className={`${className ?? ''} ${over ? styles.over : ''}`} />;
}
