'use client';
import type { ComponentProps } from 'react';
import styles from './control.module.css';
import { useField } from './field';

/** Several lines of text. */
export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
	return <textarea {...useField()} {...props} className={`${styles.control} ${styles.area} ${className ?? ''}`} />;
}
