'use client';
import type { ComponentProps } from 'react';
import styles from './control.module.css';
import { useField } from './field';

/** One line of text. */
export function TextInput({ className, ...props }: ComponentProps<'input'>) {
	return (
		<input
			type="text"
			autoComplete="off"
			{...useField()}
			{...props}
			className={`${styles.control} ${className ?? ''}`}
		/>
	);
}
