'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** Leads the writer to the first field that was refused. Returns the ref of the form to look in. */
export function useFocusFault(error: object | undefined): RefObject<HTMLFormElement | null> {
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => {
		if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	}, [error]);
	return form;
}
