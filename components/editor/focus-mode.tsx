'use client';
import { useEffect } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import styles from './focus-mode.module.css';
import type { PanelProps } from './panel';
import { isFocusModeOn, setFocusMode, useFocusMode } from './use-focus-mode';
import { focusText } from './use-last-place';

export const focusModeKeys = 'Ctrl+Alt+F';

/** 专注: nothing but the text, the rest of which recedes behind the present paragraph. Esc leaves. */
export function FocusMode({ editor }: PanelProps) {
	const isOn = useFocusMode();
	useShortcut(focusModeKeys, '专注', () => setFocusMode(!isFocusModeOn()), '稿件');
	useEffect(() => () => setFocusMode(false), []);
	useEffect(() => {
		if (!isOn) return;
		const { body } = document;
		body.dataset.focusMode = '';
		// The text is drawn anew, with its present block marked.
		editor.view.dispatch(editor.state.tr.scrollIntoView());
		focusText(editor);
		// From outside the text, which hears its own keys.
		const onKey = (event: KeyboardEvent) => {
			if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
			if (document.querySelector('[role="dialog"], [role="menu"], search')?.contains(event.target as Node)) return;
			setFocusMode(false);
		};
		document.addEventListener('keydown', onKey);
		return () => {
			delete body.dataset.focusMode;
			document.removeEventListener('keydown', onKey);
			if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr);
		};
	}, [isOn, editor]);
	if (!isOn) return null;
	return (
		<div className={styles.leave}>
			<Button variant="quiet" shortcut="Esc" onClick={() => setFocusMode(false)}>
				退出专注
			</Button>
		</div>
	);
}
