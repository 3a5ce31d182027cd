'use client';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { type Head, proposeDateline } from './head';
import surface from './surface.module.css';

interface DatelineFieldProps {
	head: Head;
	change: (patch: Partial<Head>) => void;
}

/** 电头: what opens the first paragraph in print, with the form that the byline suggests. */
export function DatelineField({ head, change }: DatelineFieldProps) {
	const id = useId();
	const proposal = proposeDateline(head.bylines);
	return (
		<div className={surface.dateline}>
			<label htmlFor={id} className={surface.rowLabel}>
				电头
			</label>
			<input
				id={id}
				data-head="dateline"
				value={head.dateline}
				maxLength={120}
				placeholder="没有就空着"
				autoComplete="off"
				onChange={(event) => change({ dateline: event.target.value })}
			/>
			{head.dateline !== proposal && (
				<Button variant="quiet" onClick={() => change({ dateline: proposal })}>
					填入“{proposal}”
				</Button>
			)}
		</div>
	);
}
