'use client';
import { useShortcut } from '@/components/desk/shortcuts';
import type { PanelProps } from './panel';

/** 审稿单 by key, in a window of its own: the text stays as it is. */
export function ReviewSheetKey({ article: { id } }: PanelProps) {
	useShortcut('Ctrl+Alt+S', '审稿单', () => window.open(`/desk/article/${id}/sheet`, `sheet-${id}`)?.focus());
	return null;
}
