'use client';
import { NodeSelection } from '@tiptap/pm/state';
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { Button } from '@/components/ui/button';
import { bodyLimits } from '@/lib/article/body';
import { mostPrinted } from '@/lib/edition/brief';
import { ask } from './ask';
import { moveBlock } from './move-block';
import parts from './parts.module.css';
import surface from './surface.module.css';
import { WordsField } from './words-field';

/** 组图 in the text: its pictures side by side, under them the caption common to all. */
export function GalleryView(props: NodeViewProps) {
	const { node, editor, updateAttributes, selected } = props;
	const { caption } = node.attrs as { caption: string };
	return (
		<NodeViewWrapper
			as="div"
			role="group"
			aria-label="组图"
			className={parts.gallery}
			data-selected={selected || undefined}
		>
			{editor.isEditable && <GalleryHead {...props} />}
			{/* Not edited as text, or Chromium moves the selection of a picture, which has no place for a cursor, to other words. */}
			<NodeViewContent className={parts.pictures} contentEditable={false} />
			{editor.isEditable ? (
				<div className={surface.figureWords} contentEditable={false}>
					<WordsField
						label="总图说"
						value={caption}
						max={400}
						hint="各图共用的一句话，可以空着"
						onChange={(caption) => updateAttributes({ caption })}
					/>
				</div>
			) : (
				caption && <p className={parts.galleryCaption}>{caption}</p>
			)}
		</NodeViewWrapper>
	);
}

function GalleryHead({ node, editor, getPos, deleteNode }: NodeViewProps) {
	const at = (run: (position: number) => void) => () => {
		const position = getPos();
		if (position !== undefined) run(position);
	};
	// New pictures come behind the one that is selected.
	const add = at((position) => {
		const last = position + node.nodeSize - 1 - (node.lastChild?.nodeSize ?? 0);
		editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, last)));
		ask(editor, 'picture');
	});
	return (
		<div className={parts.galleryHead} contentEditable={false}>
			<p data-drag-handle="">
				<strong>组图</strong> {node.childCount} 张
				{node.childCount > mostPrinted && `　一篇稿件上版时印前 ${mostPrinted} 张图，网页全部刊出`}
			</p>
			<div className={surface.figureActs}>
				{node.childCount < bodyLimits.galleryPictures.max && (
					<Button variant="quiet" onClick={add}>
						加图片
					</Button>
				)}
				<Button variant="quiet" onClick={at((position) => moveBlock(editor, position, -1))}>
					上移
				</Button>
				<Button variant="quiet" onClick={at((position) => moveBlock(editor, position, 1))}>
					下移
				</Button>
				<Button variant="quiet" onClick={at((position) => editor.commands.dissolveGallery(position))}>
					拆成单张
				</Button>
				<Button variant="quiet" onClick={() => deleteNode()}>
					删除组图
				</Button>
			</div>
		</div>
	);
}
