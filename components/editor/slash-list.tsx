'use client';
import { useEditorState } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { shortKeys } from '@/components/desk/shortcut';
import { KeyHint } from '@/components/ui/kbd';
import { floatAt, whenMoved } from './float';
import type { PanelProps } from './panel';
import { chooseTool, slashItemId, slashMenuId, slashMenuOf } from './slash';
import styles from './slash.module.css';

/** The menu of `/`, under the slash. The text keeps the focus; its keys walk the list. */
export function SlashList({ editor }: PanelProps) {
	const menu = useEditorState({ editor, selector: ({ editor }) => slashMenuOf(editor.state) });
	const box = useRef<HTMLDivElement>(null);
	const from = menu?.from;
	useLayoutEffect(() => {
		if (from === undefined) return;
		return whenMoved(() => box.current && floatAt(box.current, editor.view.coordsAtPos(from), 'below'));
	}, [editor, from]);
	const index = menu?.index;
	useEffect(() => {
		if (index !== undefined) document.getElementById(slashItemId(index))?.scrollIntoView({ block: 'nearest' });
	}, [index]);
	if (!menu) return null;
	if (menu.found.length === 0) {
		return (
			<div ref={box} className={styles.box}>
				<p role="status" className={styles.nothing}>
					没有“{menu.query}”。可用名称、拼音或首字母，如 /tp 图片；按 Esc 保留斜杠。
				</p>
			</div>
		);
	}
	return (
		<div ref={box} className={styles.box}>
			<div id={slashMenuId} role="listbox" aria-label="插入" className={styles.list}>
				{menu.found.map((tool, at) => (
					// biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and names the active one
					// biome-ignore lint/a11y/useKeyWithClickEvents: the text hears the keys
					<div
						key={tool.name}
						id={slashItemId(at)}
						role="option"
						aria-selected={at === menu.index}
						className={styles.item}
						onMouseDown={(event) => event.preventDefault()}
						onClick={() => chooseTool(editor, tool)}
					>
						{tool.name}
						{tool.keys && <KeyHint>{shortKeys(tool.keys)}</KeyHint>}
					</div>
				))}
			</div>
		</div>
	);
}
