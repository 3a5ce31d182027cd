'use client';
import type { ComponentProps } from 'react';
import styles from './control.module.css';
import { useField } from './field';

/** One of a list: the system's own select, which phones and screen readers know. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
	return <select {...useField()} {...props} className={`${styles.control} ${styles.select} ${className ?? ''}`} />;
}
