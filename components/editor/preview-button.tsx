'use client';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/action';

interface PreviewButtonProps {
	id: string;
	/** Saves what is written, or says why it cannot. */
	settle: () => Promise<ActionResult<number>>;
}

const keys = 'Ctrl+Alt+V';

/** 预览 in a window beside the editor, which keeps its place; the same window for the same story. */
export function PreviewButton({ id, settle }: PreviewButtonProps) {
	const { show } = useToast();
	const open = async () => {
		// At the press itself: a browser opens no window for what happens later.
		const preview = window.open('', `preview-${id}`);
		const settled = await settle();
		if (settled.ok && preview) {
			preview.location.href = `/desk/article/${id}/preview`;
			preview.focus();
			return;
		}
		preview?.close();
		show({ message: settled.ok ? '浏览器拦下了预览窗口，请允许本站打开窗口。' : settled.message });
	};
	useShortcut(keys, '预览', open);
	return (
		<Button variant="quiet" aria-keyshortcuts="Control+Alt+V" shortcut="⌃⌥V" onClick={open}>
			预览
		</Button>
	);
}
