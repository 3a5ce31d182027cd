'use client';
import { Toolbar as Base } from '@base-ui/react/toolbar';
import { type Editor, useEditorState } from '@tiptap/react';
import { useRef, useState } from 'react';
import type { Command } from '@/components/desk/command';
import { useCommands } from '@/components/desk/commands';
import { ariaKeys, shortKeys } from '@/components/desk/shortcut';
import { useKeyList } from '@/components/desk/shortcuts';
import { KeyHint } from '@/components/ui/kbd';
import { ask } from './ask';
import { EmbedDialog } from './embed-dialog';
import { focusModeKeys } from './focus-mode';
import { LinkDialog } from './link-dialog';
import { textKeys } from './text-keys';
import styles from './toolbar.module.css';
import { blockTools, commentTool, insertTools, markTools, suggestTool, type Tool, tableTools } from './tools';
import { useAnswer } from './use-answer';
import { setFocusMode } from './use-focus-mode';

/** What is said of the text, changes how it is shown, or looks at it as a whole. */
const screenTools: readonly Tool[] = [
	commentTool,
	suggestTool,
	{ name: '段落', pinyin: 'duan luo', keys: 'Alt+Enter', run: (editor) => ask(editor, 'block') },
	{ name: '专注', pinyin: 'zhuan zhu', keys: focusModeKeys, run: () => setFocusMode(true) },
];

interface ToolbarProps {
	editor: Editor;
	/** Pictures that were chosen, one by one or as a gallery. */
	onPictures: (files: readonly File[], as: 'pictures' | 'gallery') => void;
}

/** The trade's blocks as labelled buttons; arrow keys walk them, Esc goes back to the text. */
export function Toolbar({ editor, onPictures }: ToolbarProps) {
	const bar = useRef<HTMLDivElement>(null);
	useAnswer(editor, 'tools', () => bar.current?.querySelector('button')?.focus());
	useKeyList(textKeys);
	useCommands(toolCommands(editor));
	const isTable = useEditorState({ editor, selector: ({ editor }) => editor.isActive('table') });
	return (
		<Base.Root
			ref={bar}
			className={styles.toolbar}
			aria-label="正文格式"
			onKeyDown={(event) => event.key === 'Escape' && editor.view.focus()}
		>
			<ToolButtons editor={editor} tools={blockTools} />
			<Base.Separator className={styles.rule} />
			<ToolButtons editor={editor} tools={insertTools} />
			<Base.Separator className={styles.rule} />
			<ToolButtons editor={editor} tools={markTools} />
			<Base.Separator className={styles.rule} />
			<ToolButtons editor={editor} tools={screenTools} />
			{isTable && (
				<Base.Group className={styles.group} aria-label="表格">
					<ToolButtons editor={editor} tools={tableTools} />
				</Base.Group>
			)}
			<PictureInput editor={editor} onPictures={onPictures} />
			<EmbedAnswer editor={editor} />
			<LinkAnswer editor={editor} />
		</Base.Root>
	);
}

/** The tools as the palette offers them. */
function toolCommands(editor: Editor): Command[] {
	const tools = [...blockTools, ...insertTools, ...markTools, ...screenTools];
	return tools.map((tool) => ({ ...tool, group: '正文', run: () => tool.run(editor) }));
}

/** Buttons for tools, inside a toolbar; those that are on are pressed. */
export function ToolButtons({ editor, tools }: { editor: Editor; tools: readonly Tool[] }) {
	const on = useEditorState({
		editor,
		selector: ({ editor }) => tools.filter((tool) => tool.isOn?.(editor)).map((tool) => tool.name),
	});
	return tools.map((tool) => <ToolButton key={tool.name} tool={tool} editor={editor} isOn={on.includes(tool.name)} />);
}

function ToolButton({ tool, editor, isOn }: { tool: Tool; editor: Editor; isOn: boolean }) {
	const { name, keys } = tool;
	return (
		<Base.Button
			className={styles.tool}
			aria-pressed={tool.isOn && isOn}
			aria-keyshortcuts={keys && ariaKeys(keys)}
			title={keys && `${name}（${keys}）`}
			// The text keeps its selection.
			onMouseDown={(event) => event.preventDefault()}
			onClick={() => tool.run(editor)}
		>
			{name}
			{keys && <KeyHint>{shortKeys(keys)}</KeyHint>}
		</Base.Button>
	);
}

/** Lets pictures be chosen when a tool asks for them. */
function PictureInput({ editor, onPictures }: Pick<ToolbarProps, 'editor' | 'onPictures'>) {
	const input = useRef<HTMLInputElement>(null);
	const kind = useRef<'pictures' | 'gallery'>('pictures');
	const choose = (as: 'pictures' | 'gallery') => () => {
		kind.current = as;
		input.current?.click();
	};
	useAnswer(editor, 'picture', choose('pictures'));
	useAnswer(editor, 'gallery', choose('gallery'));
	return (
		<input
			ref={input}
			type="file"
			hidden
			multiple
			aria-label="选择图片"
			accept="image/jpeg,image/png,image/webp,image/avif"
			onChange={(event) => {
				onPictures([...(event.target.files ?? [])], kind.current);
				event.target.value = '';
			}}
		/>
	);
}

/** Asks for sound or film when a tool wants to put it in. */
function EmbedAnswer({ editor }: { editor: Editor }) {
	const [isOpen, setOpen] = useState(false);
	useAnswer(editor, 'embed', () => setOpen(true));
	return <EmbedDialog editor={editor} open={isOpen} onOpenChange={setOpen} />;
}

/** Asks for an address when a tool wants to link. */
function LinkAnswer({ editor }: { editor: Editor }) {
	const [isOpen, setOpen] = useState(false);
	// A frame later: the text still has to hear of a selection made just before.
	useAnswer(editor, 'link', () => requestAnimationFrame(() => setOpen(true)));
	return <LinkDialog editor={editor} open={isOpen} onOpenChange={setOpen} />;
}
