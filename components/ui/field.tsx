'use client';
import { createContext, type ReactNode, useContext, useId } from 'react';
import styles from './field.module.css';

/** What a control takes from the field around it. */
export interface ControlProps {
	id?: string;
	'aria-describedby'?: string;
	'aria-invalid'?: true;
}

const FieldContext = createContext<ControlProps>({});

/** The wiring of the field around a control; empty outside of one. */
export function useField(): ControlProps {
	return useContext(FieldContext);
}

interface FieldProps {
	label: ReactNode;
	/** What the field is for, where the label does not say it. */
	hint?: ReactNode;
	/** What is wrong with what was entered and what to do; read aloud when it appears. */
	error?: string;
	/** The label stays for screen readers where the place on the screen says enough. */
	hideLabel?: boolean;
	children: ReactNode;
}

/** A label, one control (TextInput, TextArea, Select) wired to it, its hint and its error. */
export function Field({ label, hint, error, hideLabel, children }: FieldProps) {
	const id = useId();
	const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
	const control: ControlProps = {
		id,
		...(described && { 'aria-describedby': described }),
		...(error && { 'aria-invalid': true as const }),
	};
	return (
		<div className={styles.field}>
			<label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
				{label}
			</label>
			<FieldContext value={control}>{children}</FieldContext>
			{hint && (
				<p id={`${id}-hint`} className={styles.hint}>
					{hint}
				</p>
			)}
			<p id={`${id}-error`} className={styles.error} role="alert">
				{error}
			</p>
		</div>
	);
}
