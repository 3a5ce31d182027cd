'use client';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import type { Command } from './command';
import styles from './palette.module.css';
import { type Entry, type EntryGroup, groupEntries } from './palette-entries';
import { keepRecent, listRecent } from './recent';
import { shortKeys } from './shortcut';
import { type DeskSearch, type SearchDesk, useDeskSearch } from './use-desk-search';

interface PaletteBoxProps {
	userId: string;
	search: SearchDesk;
	commands: readonly Command[];
	/** Closes, then does it. */
	onChoose: (run: () => void) => void;
}

/** One field and what it finds; the arrow keys walk the list while one types. */
export function PaletteBox({ userId, search, commands, onChoose }: PaletteBoxProps) {
	const id = useId();
	const router = useRouter();
	const [query, setQuery] = useState('');
	/** What the server is asked: not the letters that an input method is still making words of. */
	const [asked, setAsked] = useState('');
	const [index, setIndex] = useState(0);
	const [recent] = useState(() => listRecent(userId));
	const answer = useDeskSearch(search, asked);
	const groups = groupEntries(query, { recent, commands, found: answer.found });
	const entries = groups.flatMap((group) => group.entries);
	const present = Math.min(index, entries.length - 1);
	const idOf = (at: number) => `${id}-${at}`;
	// biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is present
	useEffect(() => {
		document.getElementById(idOf(present))?.scrollIntoView({ block: 'nearest' });
	}, [present]);

	const choose = (entry: Entry) =>
		onChoose(() => {
			if (entry.does === 'run') return entry.command.run();
			keepRecent(userId, entry.found);
			router.push(entry.found.href);
		});
	const type = (text: string, isComposing: boolean) => {
		setQuery(text);
		setIndex(0);
		if (!isComposing) setAsked(text);
	};
	const onKey = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
		const entry = entries[present];
		if (by !== 0 && entries.length > 0) setIndex((present + by + entries.length) % entries.length);
		else if (event.key === 'Enter' && entry) choose(entry);
		else return;
		event.preventDefault();
	};
	return (
		<>
			<input
				type="text"
				role="combobox"
				aria-label="搜索稿件、版面、人、栏目和命令"
				aria-expanded={entries.length > 0}
				aria-controls={`${id}-list`}
				aria-activedescendant={entries.length > 0 ? idOf(present) : undefined}
				autoComplete="off"
				spellCheck={false}
				placeholder="标题、版名、日期、人名、栏目，或命令和它的拼音首字母"
				className={styles.field}
				value={query}
				maxLength={40}
				onKeyDown={onKey}
				onChange={(event) => type(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
				onCompositionEnd={(event) => type(event.currentTarget.value, false)}
			/>
			<div id={`${id}-list`} role="listbox" aria-label="找到的" className={styles.list}>
				{groups.map((group) => (
					<Group
						key={group.name}
						group={group}
						first={entries.indexOf(group.entries[0] as Entry)}
						present={present}
						idOf={idOf}
						onHover={setIndex}
						onChoose={choose}
					/>
				))}
			</div>
			<p role="status" className={styles.note}>
				{noteOf(query, entries.length, answer)}
			</p>
		</>
	);
}

interface GroupProps {
	group: EntryGroup;
	/** The place of its first entry among all. */
	first: number;
	present: number;
	idOf: (index: number) => string;
	onHover: (index: number) => void;
	onChoose: (entry: Entry) => void;
}

function Group({ group, first, present, idOf, onHover, onChoose }: GroupProps) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset groups what is filled in
		<div role="group" aria-label={group.name}>
			<p aria-hidden="true" className={styles.group}>
				{group.name}
			</p>
			{group.entries.map((entry, at) => (
				// biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the present one
				// biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
				<div
					key={entry.does === 'run' ? entry.name : entry.found.href + entry.name}
					id={idOf(first + at)}
					role="option"
					aria-selected={first + at === present}
					className={styles.entry}
					onPointerMove={() => onHover(first + at)}
					onMouseDown={(event) => event.preventDefault()}
					onClick={() => onChoose(entry)}
				>
					<span className={styles.name}>{entry.name}</span>
					<span className={styles.detail}>{entry.detail}</span>
					{entry.keys && <EntryKeys keys={entry.keys} />}
				</div>
			))}
		</div>
	);
}

function EntryKeys({ keys }: { keys: string }) {
	return (
		<span aria-hidden="true" className={styles.keys}>
			{keys.split(' ').map((key) => (
				<Kbd key={key}>{shortKeys(key)}</Kbd>
			))}
		</span>
	);
}

function noteOf(query: string, count: number, { state }: DeskSearch): string {
	if (state === 'failed') return '服务器没有回答，只找了命令。请稍后再试。';
	if (query.trim() === '')
		return '直接输入就能找：稿件标题、“11月26日”或“要闻”、记者、栏目；命令也认拼音首字母，如 xjgj 新建稿件。';
	if (count > 0) return '';
	return state === 'searching'
		? '正在找…'
		: `没有找到“${query.trim()}”。换一个词，或用日期（11-26）、期号（9001期）、拼音首字母试试。`;
}
