'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import styles from './filter-form.module.css';

interface FilterFormProps {
	/** The list's address. */
	action: string;
	/** The filters as the address has them; those without a control of their own are kept. */
	values: Record<string, string>;
	/** Names of the controls inside. */
	controls: readonly string[];
	label: string;
	children: ReactNode;
}

/**
 * The filters of a list, kept in its address. Works as a plain GET form; with script it asks as soon
 * as a choice is made, leaves empty filters out of the address and keeps the focus.
 */
export function FilterForm({ action, values, controls, label, children }: FilterFormProps) {
	const form = useRef<HTMLFormElement>(null);
	const router = useRouter();
	const shown = JSON.stringify(values);

	useEffect(() => {
		if (form.current) show(form.current, JSON.parse(shown));
	}, [shown]);

	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		const filled = [...new FormData(event.currentTarget)].filter(
			([, value]) => typeof value === 'string' && value.trim(),
		);
		const query = new URLSearchParams(filled as [string, string][]).toString();
		router.push(query ? `${action}?${query}` : action, { scroll: false });
	};

	return (
		<search aria-label={label}>
			<form
				ref={form}
				action={action}
				className={styles.form}
				onSubmit={submit}
				onChange={(event) => isChoice(event.target) && event.currentTarget.requestSubmit()}
			>
				{Object.entries(values).map(
					([name, value]) => !controls.includes(name) && <input key={name} type="hidden" name={name} value={value} />,
				)}
				{children}
			</form>
		</search>
	);
}

/** Shows what the address says after going back or following a link; what is being typed stays. */
function show(form: HTMLFormElement, values: Record<string, string>): void {
	for (const control of form.elements) {
		if (control === document.activeElement && control instanceof HTMLInputElement) continue;
		if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = control.name in values;
		else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
			control.value = values[control.name] ?? '';
		}
	}
}

/** Whether a control is chosen from, not typed into. */
function isChoice(control: EventTarget): boolean {
	return control instanceof HTMLSelectElement || (control instanceof HTMLInputElement && control.type === 'checkbox');
}
