'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { useEffect, useRef, useState } from 'react';
import { TextInput } from '@/components/ui/text-input';
import type { ReporterChoice } from '@/lib/reporter/read';
import styles from './picker.module.css';

export type FindReporters = (query: string) => Promise<ReporterChoice[]>;

interface ReporterInputProps {
	label: string;
	name: string;
	find: FindReporters;
	/** A name was typed, or a reporter was picked, who then is linked. */
	onChange: (name: string, reporterId: string | null) => void;
}

const typingPauseMs = 150;

/** A name in the byline: typed freely, or picked from the reporters by name or pinyin. */
export function ReporterInput({ label, name, find, onChange }: ReporterInputProps) {
	const [choices, search] = useChoices(find);
	return (
		<Autocomplete.Root
			items={choices}
			// The server has filtered them already, by pinyin too.
			filter={null}
			value={name}
			itemToStringValue={(choice: ReporterChoice) => choice.name}
			onValueChange={(value, { reason }) => {
				if (reason === 'item-press') return;
				onChange(value, null);
				search(value);
			}}
			openOnInputClick
		>
			<Autocomplete.Input
				render={<TextInput />}
				aria-label={label}
				placeholder="姓名或拼音"
				maxLength={30}
				onFocus={() => search(name)}
			/>
			<Autocomplete.Portal>
				<Autocomplete.Positioner className={styles.positioner} sideOffset={4} align="start">
					<Autocomplete.Popup className={styles.popup}>
						<Autocomplete.List className={styles.list}>
							{(choice: ReporterChoice) => (
								<Autocomplete.Item
									key={choice.id}
									value={choice}
									className={styles.item}
									onClick={() => onChange(choice.name, choice.id)}
								>
									{choice.name}
									<span className={styles.detail}>{choice.department}</span>
								</Autocomplete.Item>
							)}
						</Autocomplete.List>
					</Autocomplete.Popup>
				</Autocomplete.Positioner>
			</Autocomplete.Portal>
		</Autocomplete.Root>
	);
}

/** Reporters for what is typed; an answer to an older query never replaces a newer one's. */
function useChoices(find: FindReporters): [ReporterChoice[], (query: string) => void] {
	const [choices, setChoices] = useState<ReporterChoice[]>([]);
	const [query, setQuery] = useState<string>();
	const latest = useRef(find);
	useEffect(() => {
		latest.current = find;
	});
	useEffect(() => {
		if (query === undefined) return;
		let isOld = false;
		const timer = setTimeout(async () => {
			// Without an answer the name can still be typed.
			const found = await latest.current(query).catch(() => []);
			if (!isOld) setChoices(found);
		}, typingPauseMs);
		return () => {
			isOld = true;
			clearTimeout(timer);
		};
	}, [query]);
	return [choices, setQuery];
}
