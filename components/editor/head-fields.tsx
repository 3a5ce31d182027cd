'use client';
import { Selection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { Fragment, useId, useState } from 'react';
import { HeadMarks } from './check-head';
import { GrowArea } from './grow-area';
import { type Head, limitRows } from './head';
import surface from './surface.module.css';
import { focusText } from './use-last-place';

interface HeadFieldsProps {
	editor: Editor;
	head: Head;
	change: (patch: Partial<Head>) => void;
}

type HeadField = 'kicker' | 'headline' | 'deck';

const fields: { name: HeadField; label: string; max: number; rows: number }[] = [
	{ name: 'kicker', label: '引题', max: 80, rows: 2 },
	{ name: 'headline', label: '主题', max: 80, rows: 3 },
	{ name: 'deck', label: '副题', max: 120, rows: 3 },
];

/** 引题 主题 副题 in their true sizes. Enter breaks the row where it will break in print. */
export function HeadFields({ editor, head, change }: HeadFieldsProps) {
	const hint = useId();
	// A story that has no title yet begins with it.
	const [isNew] = useState(() => head.headline === '');
	return (
		<div className={surface.head}>
			{fields.map(({ name, label, max, rows }) => (
				<Fragment key={name}>
					<GrowArea
						className={surface[name]}
						data-head={name}
						aria-label={label}
						aria-describedby={hint}
						placeholder={label}
						value={head[name]}
						maxLength={max + rows}
						autoFocus={isNew && name === 'headline'}
						onKeyDown={(event) => {
							// Ctrl+Enter: from the head to the text.
							if (event.key !== 'Enter' || !event.ctrlKey || event.shiftKey || event.altKey) return;
							event.preventDefault();
							// At once: the next key is the text's, however long a frame takes.
							const { state, view } = editor;
							view.dispatch(state.tr.setSelection(Selection.atStart(state.doc)).scrollIntoView());
							focusText(editor);
						}}
						onChange={(text) => change({ [name]: limitRows(text, rows) })}
					/>
					<HeadMarks editor={editor} field={name} />
				</Fragment>
			))}
			<p id={hint} className={surface.headHint}>
				题里按回车是强制换行：引题最多两行，主题、副题最多三行。Ctrl+Enter 到正文。
			</p>
		</div>
	);
}
