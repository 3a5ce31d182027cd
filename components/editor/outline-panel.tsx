'use client';
import { closeHistory } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { shortKeys } from '@/components/desk/shortcut';
import { Button } from '@/components/ui/button';
import { entryAt, moveSection, neighbourOf, type OutlineEntry, outlineOf } from './outline';
import styles from './outline.module.css';
import type { PanelProps } from './panel';

/** 大纲: the text's 小标题 and 问, each the way to its place; a section moves with its entry. */
export function OutlinePanel({ editor, toText }: PanelProps) {
	const { entries, current, canWrite } = useEditorState({
		editor,
		selector: ({ editor: { state, isEditable } }) => {
			const entries = outlineOf(state.doc);
			return { entries, current: entryAt(entries, state.selection.from), canWrite: isEditable };
		},
	});
	const list = useRef<HTMLOListElement>(null);
	const [entered, setEntered] = useState<number>();
	if (entries.length === 0) {
		return <p className={styles.hint}>正文里还没有小标题。给一段文字按 Ctrl+Alt+1，它就是小标题，会列在这里。</p>;
	}
	const enter = (index: number) => list.current?.querySelectorAll<HTMLElement>('[data-entry]')[index]?.focus();
	const goTo = (entry: OutlineEntry) => {
		editor
			.chain()
			.setTextSelection(entry.position + 1)
			.scrollIntoView()
			.run();
		toText();
	};
	const move = (index: number, by: -1 | 1) => {
		const target = neighbourOf(entries, index, by);
		const moved = moveSection(editor.state, index, by);
		if (!moved || !canWrite) return;
		editor.view.dispatch(closeHistory(moved));
		// The focus goes with the section, which stands where the neighbour stood, after what was under that.
		requestAnimationFrame(() => enter(placeAfter(entries, index, target, by)));
	};
	const onKey = (event: KeyboardEvent, index: number) => {
		const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
		const end = event.key === 'Home' ? 0 : event.key === 'End' ? entries.length - 1 : undefined;
		if (by === 0 && end === undefined) return;
		event.preventDefault();
		if (by !== 0 && event.altKey && event.shiftKey) move(index, by);
		else enter(end ?? index + by);
	};
	const tabStop = Math.min(entered ?? Math.max(current, 0), entries.length - 1);
	return (
		<>
			<ol ref={list} className={styles.outline}>
				{entries.map((entry, index) => (
					<li key={entry.position} data-kind={entry.kind}>
						<button
							type="button"
							data-entry=""
							tabIndex={index === tabStop ? 0 : -1}
							aria-current={index === current || undefined}
							aria-keyshortcuts={canWrite ? 'Alt+Shift+ArrowUp Alt+Shift+ArrowDown' : undefined}
							onFocus={() => setEntered(index)}
							onKeyDown={(event) => onKey(event, index)}
							onClick={() => goTo(entry)}
						>
							{entry.kind === 'question' && '问：'}
							{entry.text || '（还没有字）'}
						</button>
						{canWrite && (
							<span className={styles.moves}>
								<MoveButton entries={entries} index={index} by={-1} onMove={move} />
								<MoveButton entries={entries} index={index} by={1} onMove={move} />
							</span>
						)}
					</li>
				))}
			</ol>
			{canWrite && (
				<p className={styles.hint}>
					按 {shortKeys('Alt+Shift+ArrowUp')} {shortKeys('Alt+Shift+ArrowDown')} 移动一节，连同它下面的文字；Ctrl+Z
					撤销。
				</p>
			)}
		</>
	);
}

/** Which entry a section is once it has moved. */
function placeAfter(entries: readonly OutlineEntry[], index: number, neighbour: number, by: -1 | 1): number {
	if (by < 0) return neighbour;
	const under = neighbourOf(entries, neighbour, 1);
	const end = under < 0 ? endOf(entries, neighbour) : under;
	return index + (end - neighbour);
}

/** Behind the last entry under an entry. */
function endOf(entries: readonly OutlineEntry[], index: number): number {
	const next = entries.findIndex(({ kind }, at) => at > index && kind === 'subhead');
	return next < 0 ? entries.length : next;
}

interface MoveButtonProps {
	entries: readonly OutlineEntry[];
	index: number;
	by: -1 | 1;
	onMove: (index: number, by: -1 | 1) => void;
}

/** For a pointer; keys have the entry itself. */
function MoveButton({ entries, index, by, onMove }: MoveButtonProps) {
	const word = by < 0 ? '上移' : '下移';
	return (
		<Button
			variant="quiet"
			tabIndex={-1}
			disabled={neighbourOf(entries, index, by) < 0}
			aria-label={`${word}“${entries[index]?.text}”一节`}
			onClick={() => onMove(index, by)}
		>
			<span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
		</Button>
	);
}
