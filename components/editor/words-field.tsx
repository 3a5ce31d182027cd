'use client';
import { useId, useState } from 'react';
import { GrowArea } from './grow-area';
import surface from './surface.module.css';

interface WordsFieldProps {
	label: string;
	value: string;
	max: number;
	hint?: string;
	describedBy?: string;
	onChange: (value: string) => void;
}

/**
 * Words that belong to a block of the text: a caption, a credit. While it has the focus it shows what was typed: the
 * document's answer comes a moment later, and a cursor must not jump for it.
 */
export function WordsField({ label, value, max, hint, describedBy, onChange }: WordsFieldProps) {
	const id = useId();
	const [typed, setTyped] = useState<string>();
	const change = (text: string) => {
		const line = text.replace(/\n/g, '');
		setTyped(line);
		onChange(line);
	};
	return (
		<div className={surface.figureField}>
			<label htmlFor={id}>{label}</label>
			<GrowArea
				id={id}
				value={typed ?? value}
				maxLength={max}
				placeholder={hint}
				aria-describedby={describedBy}
				onChange={change}
				onBlur={() => setTyped(undefined)}
			/>
		</div>
	);
}
