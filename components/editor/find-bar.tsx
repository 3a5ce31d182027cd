'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { FindForm } from './find-form';
import type { PanelProps } from './panel';
import { focusText } from './use-last-place';

/** 查找 (Ctrl+F) and 替换 (Ctrl+H) over the whole article. */
export function FindBar(props: PanelProps) {
	const { editor, writing } = props;
	const [mode, setMode] = useState<'find' | 'replace'>();
	/** Each press begins anew, with the words that are selected. */
	const [opened, setOpened] = useState({ times: 0, words: '' });
	const open = (mode: 'find' | 'replace') => {
		setMode(mode);
		setOpened(({ times, words }) => ({ times: times + 1, words: selectedWords(props) || words }));
	};
	useShortcut('Ctrl+F', '查找', () => open('find'), '稿件');
	useShortcut('Ctrl+H', '查找和替换', () => open(writing ? 'replace' : 'find'), '稿件');
	if (!mode) return null;
	const close = (words: string) => {
		setMode(undefined);
		setOpened(({ times }) => ({ times, words }));
		focusText(editor);
	};
	return (
		<FindForm
			key={opened.times}
			{...props}
			words={opened.words}
			isReplacing={mode === 'replace'}
			onReplacing={() => setMode(mode === 'replace' ? 'find' : 'replace')}
			onClose={close}
		/>
	);
}

const longest = 60;

function selectedWords({ editor: { state } }: PanelProps): string {
	const { from, to, $from, $to } = state.selection;
	return $from.sameParent($to) && to - from <= longest ? state.doc.textBetween(from, to) : '';
}
