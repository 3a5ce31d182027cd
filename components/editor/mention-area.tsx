'use client';
import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { findSpelt } from '@/components/desk/spelling';
import { TextArea } from '@/components/ui/text-area';
import type { MentionChoice } from '@/lib/article/comment/read';
import styles from './remarks.module.css';
import slash from './slash.module.css';
import { useRemarksStore } from './use-remarks';

interface MentionAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'className'> {
	label: string;
	value: string;
	onChange: (text: string) => void;
	onSubmit: () => void;
	onCancel: () => void;
}

const most = 6;

/** A text in which @ and a name, or its pinyin, calls a person. Ctrl+Enter sends it, Esc leaves it. */
export function MentionArea({ label, value, onChange, onSubmit, onCancel, ...rest }: MentionAreaProps) {
	const area = useRef<HTMLTextAreaElement>(null);
	const listId = useId();
	const people = usePeople();
	const [cursor, setCursor] = useState(0);
	const [index, setIndex] = useState(0);
	const [isShut, setShut] = useState(false);
	const query = isShut ? null : queryAt(value, cursor);
	const found = query === null ? [] : findSpelt(query.text, people).slice(0, most);
	const present = found[Math.min(index, found.length - 1)];

	const choose = ({ name }: MentionChoice) => {
		if (!query) return;
		const before = `${value.slice(0, query.from)}@${name} `;
		onChange(before + value.slice(cursor));
		setShut(true);
		requestAnimationFrame(() => {
			area.current?.focus();
			area.current?.setSelectionRange(before.length, before.length);
		});
	};
	const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		if (event.nativeEvent.isComposing) return;
		if (present && walk(event.key)) {
			event.preventDefault();
			event.stopPropagation();
		} else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			event.preventDefault();
			onSubmit();
		} else if (event.key === 'Escape') {
			event.preventDefault();
			onCancel();
		}
	};
	const walk = (key: string): boolean => {
		if (key === 'ArrowDown') setIndex((index + 1) % found.length);
		else if (key === 'ArrowUp') setIndex((index - 1 + found.length) % found.length);
		else if ((key === 'Enter' || key === 'Tab') && present) choose(present);
		else if (key === 'Escape') setShut(true);
		else return false;
		return true;
	};
	const look = () => setCursor(area.current?.selectionStart ?? 0);
	const optionId = (at: number) => `${listId}-${at}`;
	return (
		<div className={styles.mention}>
			<TextArea
				{...rest}
				ref={area}
				aria-label={label}
				aria-autocomplete="list"
				aria-controls={present ? listId : undefined}
				aria-activedescendant={present ? optionId(found.indexOf(present)) : undefined}
				value={value}
				rows={3}
				onChange={(event) => {
					onChange(event.target.value);
					setCursor(event.target.selectionStart);
					setIndex(0);
					setShut(false);
				}}
				onSelect={look}
				onKeyDown={onKeyDown}
			/>
			{present && (
				<div id={listId} role="listbox" aria-label="提到谁" className={`${slash.list} ${styles.people}`}>
					{found.map((person, at) => (
						// biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and names the active one
						// biome-ignore lint/a11y/useKeyWithClickEvents: the text hears the keys
						<div
							key={person.id}
							id={optionId(at)}
							role="option"
							aria-selected={person === present}
							className={slash.item}
							onMouseDown={(event) => event.preventDefault()}
							onClick={() => choose(person)}
						>
							{person.name}
							<span className={styles.department}>{person.department}</span>
						</div>
					))}
				</div>
			)}
		</div>
	);
}

/** What is typed behind the last @ before the cursor. */
function queryAt(text: string, cursor: number): { from: number; text: string } | null {
	const found = /[@＠]([^\s@＠]{0,20})$/u.exec(text.slice(0, cursor));
	return found ? { from: found.index, text: found[1] ?? '' } : null;
}

function usePeople(): MentionChoice[] {
	const store = useRemarksStore();
	const [people, setPeople] = useState<MentionChoice[]>([]);
	useEffect(() => {
		let isOld = false;
		void store.people().then((found) => !isOld && setPeople(found));
		return () => {
			isOld = true;
		};
	}, [store]);
	return people;
}

/** The people whom a text calls by their name. */
export function mentionsIn(text: string, people: readonly MentionChoice[]): string[] {
	return people.filter(({ name }) => text.includes(`@${name}`) || text.includes(`＠${name}`)).map(({ id }) => id);
}
