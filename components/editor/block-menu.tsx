'use client';
import { closeHistory } from '@tiptap/pm/history';
import { Selection, type Transaction } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { shortKeys } from '@/components/desk/shortcut';
import { KeyHint } from '@/components/ui/kbd';
import { MenuAt, MenuGroup, MenuItem } from '@/components/ui/menu';
import { copyRun, deleteRun, moveRun, type Run } from './block-moves';
import { blockTools, type Tool } from './tools';
import { focusText } from './use-last-place';

interface BlockMenuProps {
	editor: Editor;
	/** The blocks it is about, and what it opens beside; closed without. */
	at: { run: Run; anchor: Element } | undefined;
	onClose: () => void;
}

/** What can be done with a block as a whole; each is one step to undo. */
export function BlockMenu({ editor, at, onClose }: BlockMenuProps) {
	return (
		<MenuAt anchor={at?.anchor} label="段落" onClose={onClose} onClosed={() => focusText(editor)}>
			{at && <BlockActs editor={editor} run={at.run} />}
		</MenuAt>
	);
}

function BlockActs({ editor, run }: { editor: Editor; run: Run }) {
	const { state } = editor;
	const up = moveRun(state, run, -1);
	const down = moveRun(state, run, 1);
	const act = (transaction: Transaction | null) => () => transaction && editor.view.dispatch(closeHistory(transaction));
	const isText = run.parent.children.slice(run.first, run.last + 1).every(({ type }) => textTypes.includes(type.name));
	return (
		<>
			<MenuItem disabled={!up} onSelect={act(up)}>
				上移 <KeyHint>{shortKeys('Alt+Shift+ArrowUp')}</KeyHint>
			</MenuItem>
			<MenuItem disabled={!down} onSelect={act(down)}>
				下移 <KeyHint>{shortKeys('Alt+Shift+ArrowDown')}</KeyHint>
			</MenuItem>
			<MenuItem onSelect={act(copyRun(state, run))}>复制</MenuItem>
			<MenuItem danger onSelect={act(deleteRun(state, run))}>
				删除
			</MenuItem>
			{isText && (
				<MenuGroup label="改为">
					{blockTools.map((tool) => (
						<MenuItem key={tool.name} onSelect={() => turnInto(editor, run, tool)}>
							{tool.name}
							{tool.keys && <KeyHint>{shortKeys(tool.keys)}</KeyHint>}
						</MenuItem>
					))}
				</MenuGroup>
			)}
		</>
	);
}

const textTypes = ['paragraph', 'subhead', 'question', 'answer', 'pullQuote', 'bulletList', 'orderedList'];

/** Makes blocks what the tool makes; those that are so stay. The cursor ends up in the last of them. */
function turnInto(editor: Editor, { from, to }: Run, tool: Tool): void {
	const { doc } = editor.state;
	const begin = Selection.near(doc.resolve(from + 1), 1).from;
	const end = Selection.near(doc.resolve(to - 1), -1).to;
	editor.chain().setTextSelection({ from: begin, to: end }).run();
	if (!tool.isOn?.(editor)) tool.run(editor);
	editor.commands.setTextSelection(editor.state.selection.to);
}
