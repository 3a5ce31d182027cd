'use client';
import { Toolbar as Base } from '@base-ui/react/toolbar';
import { type Editor, useEditorState } from '@tiptap/react';
import { type Ref, useEffect, useRef, useState } from 'react';
import { KeyHint } from '@/components/ui/kbd';
import { LinkDialog } from './link-dialog';
import styles from './toolbar.module.css';

interface Tool {
	name: string;
	/** As keyboards write it; also what aria-keyshortcuts says. */
	keys?: string;
	isOn?: (editor: Editor) => boolean;
	run: (editor: Editor) => void;
}

const block = (name: string, type: string, keys: string): Tool => ({
	name,
	keys,
	isOn: (editor) => editor.isActive(type),
	run: (editor) => editor.chain().focus().toggleNode(type, 'paragraph').run(),
});

const blocks: Tool[] = [
	{
		name: '正文',
		keys: 'Ctrl+Alt+0',
		isOn: (editor) => editor.isActive('paragraph'),
		run: (editor) => editor.chain().focus().setParagraph().run(),
	},
	block('小标题', 'subhead', 'Ctrl+Alt+1'),
	block('问', 'question', 'Ctrl+Alt+2'),
	block('答', 'answer', 'Ctrl+Alt+3'),
	block('引语', 'pullQuote', 'Ctrl+Alt+4'),
	{
		name: '列表',
		keys: 'Ctrl+Shift+8',
		isOn: (editor) => editor.isActive('bulletList'),
		run: (editor) => editor.chain().focus().toggleBulletList().run(),
	},
	{
		name: '编号',
		keys: 'Ctrl+Shift+7',
		isOn: (editor) => editor.isActive('orderedList'),
		run: (editor) => editor.chain().focus().toggleOrderedList().run(),
	},
];

const table: Tool = {
	name: '表格',
	run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
};
const divider: Tool = {
	name: '分隔',
	keys: 'Ctrl+Alt+-',
	run: (editor) => editor.chain().focus().insertContent({ type: 'divider' }).run(),
};
const bold: Tool = {
	name: '粗体',
	keys: 'Ctrl+B',
	isOn: (editor) => editor.isActive('bold'),
	run: (editor) => editor.chain().focus().toggleBold().run(),
};

const inTable: Tool[] = [
	{ name: '上方插行', run: (editor) => editor.chain().focus().addRowBefore().run() },
	{ name: '下方插行', run: (editor) => editor.chain().focus().addRowAfter().run() },
	{ name: '左侧插列', run: (editor) => editor.chain().focus().addColumnBefore().run() },
	{ name: '右侧插列', run: (editor) => editor.chain().focus().addColumnAfter().run() },
	{ name: '删行', run: (editor) => editor.chain().focus().deleteRow().run() },
	{ name: '删列', run: (editor) => editor.chain().focus().deleteColumn().run() },
	{ name: '标题行', run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
	{ name: '删除表格', run: (editor) => editor.chain().focus().deleteTable().run() },
];

interface ToolbarProps {
	editor: Editor;
	/** Pictures chosen with the button. */
	onPictures: (files: readonly File[]) => void;
	ref: Ref<HTMLDivElement>;
}

/** The trade's blocks as labelled buttons; arrow keys walk them, Esc goes back to the text. */
export function Toolbar({ editor, onPictures, ref }: ToolbarProps) {
	const [linking, setLinking] = useState(false);
	const state = useEditorState({
		editor,
		selector: ({ editor }) => ({
			on: [...blocks, bold].filter((tool) => tool.isOn?.(editor)).map((tool) => tool.name),
			isLink: editor.isActive('link'),
			isTable: editor.isActive('table'),
		}),
	});
	const isOn = (tool: Tool) => state.on.includes(tool.name);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== 'k') return;
			event.preventDefault();
			// A frame later: the text still has to hear of a selection made just before.
			requestAnimationFrame(() => setLinking(true));
		};
		const { dom } = editor.view;
		dom.addEventListener('keydown', onKey);
		return () => dom.removeEventListener('keydown', onKey);
	}, [editor]);
	return (
		<Base.Root
			ref={ref}
			className={styles.toolbar}
			aria-label="正文格式"
			onKeyDown={(event) => event.key === 'Escape' && editor.commands.focus()}
		>
			{blocks.map((tool) => (
				<ToolButton key={tool.name} tool={tool} editor={editor} isOn={isOn(tool)} />
			))}
			<Base.Separator className={styles.rule} />
			<ToolButton tool={table} editor={editor} />
			<PictureButton onPictures={onPictures} />
			<ToolButton tool={divider} editor={editor} />
			<Base.Separator className={styles.rule} />
			<ToolButton tool={bold} editor={editor} isOn={isOn(bold)} />
			<ToolButton
				tool={{ name: '链接', keys: 'Ctrl+Shift+K', isOn: () => state.isLink, run: () => setLinking(true) }}
				editor={editor}
				isOn={state.isLink}
			/>
			{state.isTable && (
				<Base.Group className={styles.group} aria-label="表格">
					{inTable.map((tool) => (
						<ToolButton key={tool.name} tool={tool} editor={editor} />
					))}
				</Base.Group>
			)}
			<LinkDialog editor={editor} open={linking} onOpenChange={setLinking} />
		</Base.Root>
	);
}

function ToolButton({ tool, editor, isOn }: { tool: Tool; editor: Editor; isOn?: boolean }) {
	return (
		<Base.Button
			className={styles.tool}
			aria-pressed={tool.isOn && isOn}
			aria-keyshortcuts={tool.keys?.replace('Ctrl', 'Control')}
			title={tool.keys && `${tool.name}（${tool.keys}）`}
			// The text keeps its selection.
			onMouseDown={(event) => event.preventDefault()}
			onClick={() => tool.run(editor)}
		>
			{tool.name}
			{tool.keys && <KeyHint>{shortKeys(tool.keys)}</KeyHint>}
		</Base.Button>
	);
}

/** Control, Alt and Shift as the signs that keyboards and menus use. */
function shortKeys(keys: string): string {
	return keys.replace('Ctrl+', '⌃').replace('Alt+', '⌥').replace('Shift+', '⇧');
}

function PictureButton({ onPictures }: { onPictures: (files: readonly File[]) => void }) {
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Base.Button className={styles.tool} onClick={() => input.current?.click()}>
				图片
			</Base.Button>
			<input
				ref={input}
				type="file"
				hidden
				multiple
				aria-label="选择图片"
				accept="image/jpeg,image/png,image/webp,image/avif"
				onChange={(event) => {
					onPictures([...(event.target.files ?? [])]);
					event.target.value = '';
				}}
			/>
		</>
	);
}
