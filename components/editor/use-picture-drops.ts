'use client';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { type DragEvent, useEffect, useRef } from 'react';
import { useToast } from '@/components/ui/toast';
import { cleanPastedHtml, picturesOf } from './paste';

type Add = (files: readonly File[], position?: number) => void;

/**
 * Takes pictures that are dropped or pasted, and cleans what is pasted with them. Answers handlers for
 * the whole screen: a file dropped beside the text must not replace the page.
 */
export function usePictureDrops(editor: Editor, add: Add) {
	const { show } = useToast();
	const latest = useRef({ add, show });
	useEffect(() => {
		latest.current = { add, show };
	});
	useEffect(() => {
		const key = new PluginKey('pictureDrops');
		editor.registerPlugin(picturePlugin(key, latest));
		return () => {
			editor.unregisterPlugin(key);
		};
	}, [editor]);
	return {
		onDragOver: (event: DragEvent) => {
			if (event.dataTransfer.types.includes('Files')) event.preventDefault();
		},
		onDrop: (event: DragEvent) => {
			if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
			event.preventDefault();
			const pictures = picturesOf(event.dataTransfer);
			if (pictures.length > 0) add(pictures);
			else show({ message: '这里只收图片文件。', tone: 'error' });
		},
	};
}

type Latest = { current: { add: Add; show: (message: { message: string }) => void } };

function picturePlugin(key: PluginKey, latest: Latest): Plugin {
	return new Plugin({
		key,
		props: {
			handlePaste: (_view, event) => {
				const pictures = picturesOf(event.clipboardData);
				if (pictures.length > 0) latest.current.add(pictures);
				return pictures.length > 0;
			},
			handleDrop: (view, event, _slice, moved) => {
				const pictures = moved ? [] : picturesOf(event.dataTransfer);
				if (pictures.length === 0) return false;
				event.preventDefault();
				latest.current.add(pictures, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
				return true;
			},
			transformPastedHTML(html) {
				const { html: clean, pictures, lost } = cleanPastedHtml(html);
				// After the words are in, so that the pictures come behind them.
				if (pictures.length > 0) setTimeout(() => latest.current.add(pictures));
				if (lost > 0) {
					latest.current.show({ message: `粘贴的内容里有 ${lost} 张网上的图片没有带过来，请另存后再传。` });
				}
				return clean;
			},
		},
	});
}
