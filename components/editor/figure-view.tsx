'use client';
import { type NodeViewProps, NodeViewWrapper, useEditorState } from '@tiptap/react';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { deskPictureSrc } from '@/lib/media/media';
import { isInGallery, pictureRun } from './gallery';
import { moveBlock } from './move-block';
import surface from './surface.module.css';
import { WordsField } from './words-field';

type Words = Record<'caption' | 'credit' | 'alt', string>;

/** A picture in the text: as it prints, with its words to be written in place. */
export function FigureView(props: NodeViewProps) {
	const { node, editor, updateAttributes, selected } = props;
	const { media, caption, credit, alt } = node.attrs as Words & { media: string };
	const hint = useId();
	return (
		<NodeViewWrapper as="figure" className={surface.figure} data-selected={selected || undefined}>
			{/* biome-ignore lint/performance/noImgElement: the newsroom's own renditions */}
			<img src={deskPictureSrc(media)} alt={alt || caption} data-drag-handle="" draggable />
			{editor.isEditable ? (
				<div className={surface.figureWords}>
					<WordsField label="图说" value={caption} max={400} onChange={(caption) => updateAttributes({ caption })} />
					<WordsField
						label="署名"
						value={credit}
						max={80}
						hint="如：程野 摄"
						onChange={(credit) => updateAttributes({ credit })}
					/>
					<WordsField
						label="替代文字"
						value={alt}
						max={400}
						describedBy={hint}
						onChange={(alt) => updateAttributes({ alt })}
					/>
					<p id={hint} className={surface.figureHint} data-missing={alt === '' || undefined}>
						{alt === '' ? '请写替代文字：看不见图的读者靠它知道画面。' : ''}
					</p>
					<FigureActs {...props} />
				</div>
			) : (
				<figcaption>
					{caption} {credit && <span className={surface.credit}>{credit}</span>}
				</figcaption>
			)}
		</NodeViewWrapper>
	);
}

/** Inside a gallery a picture moves among the others; alone it moves among the blocks. */
function FigureActs({ editor, getPos, deleteNode }: NodeViewProps) {
	const { inGallery, hasCompany } = useEditorState({
		editor,
		selector: ({ editor: { state } }) => {
			const position = getPos();
			if (position === undefined) return { inGallery: false, hasCompany: false };
			const inGallery = isInGallery(state.doc.resolve(position));
			return { inGallery, hasCompany: !inGallery && pictureRun(state.doc, position).count > 1 };
		},
	});
	const at = (run: (position: number) => void) => () => {
		const position = getPos();
		if (position !== undefined) run(position);
	};
	const move = (by: -1 | 1) =>
		at((position) => (inGallery ? editor.commands.moveInGallery(position, by) : moveBlock(editor, position, by)));
	return (
		<div className={surface.figureActs}>
			<Button variant="quiet" onClick={move(-1)}>
				{inGallery ? '前移' : '上移'}
			</Button>
			<Button variant="quiet" onClick={move(1)}>
				{inGallery ? '后移' : '下移'}
			</Button>
			{hasCompany && (
				<Button variant="quiet" onClick={at((position) => editor.commands.gatherGallery(position))}>
					与相邻的图合成组图
				</Button>
			)}
			<Button variant="quiet" onClick={() => deleteNode()}>
				删除图片
			</Button>
		</div>
	);
}
