'use client';
import { type ComponentProps, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';

interface GrowAreaProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'ref'> {
	value: string;
	onChange: (value: string) => void;
	ref?: Ref<HTMLTextAreaElement>;
}

/** A text area as tall as its text. */
export function GrowArea({ value, onChange, ref, ...props }: GrowAreaProps) {
	const area = useRef<HTMLTextAreaElement>(null);
	useImperativeHandle(ref, () => area.current as HTMLTextAreaElement);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
	useLayoutEffect(() => {
		const element = area.current;
		// Where the browser sizes fields by their content, CSS does it.
		if (!element || CSS.supports('field-sizing', 'content')) return;
		element.style.height = 'auto';
		element.style.height = `${element.scrollHeight}px`;
	}, [value]);
	return <textarea rows={1} {...props} ref={area} value={value} onChange={(event) => onChange(event.target.value)} />;
}
