'use client';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { deskPictureSrc } from '@/lib/media/media';
import { blockAt, moveRun } from './block-moves';
import { GrowArea } from './grow-area';
import surface from './surface.module.css';

type Words = Record<'caption' | 'credit' | 'alt', string>;

/** A picture in the text: as it prints, with its words to be written in place. */
export function FigureView({ node, editor, getPos, updateAttributes, deleteNode, selected }: NodeViewProps) {
	const { media, caption, credit, alt } = node.attrs as Words & { media: string };
	const hint = useId();
	const move = (by: -1 | 1) => {
		const position = getPos();
		const moved = position !== undefined && moveRun(editor.state, blockAt(editor.state.doc, position), by);
		if (moved) editor.view.dispatch(moved);
	};
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
					<div className={surface.figureActs}>
						<Button variant="quiet" onClick={() => move(-1)}>
							上移
						</Button>
						<Button variant="quiet" onClick={() => move(1)}>
							下移
						</Button>
						<Button variant="quiet" onClick={() => deleteNode()}>
							删除图片
						</Button>
					</div>
				</div>
			) : (
				<figcaption>
					{caption} {credit && <span className={surface.credit}>{credit}</span>}
				</figcaption>
			)}
		</NodeViewWrapper>
	);
}

interface WordsFieldProps {
	label: string;
	value: string;
	max: number;
	hint?: string;
	describedBy?: string;
	onChange: (value: string) => void;
}

/**
 * One of the picture's words. While it has the focus it shows what was typed: the document's answer
 * comes a moment later, and a cursor must not jump for it.
 */
function WordsField({ label, value, max, hint, describedBy, onChange }: WordsFieldProps) {
	const id = useId();
	const [typed, setTyped] = useState<string>();
	const change = (text: string) => {
		const line = text.replace(/\n/g, '');
		setTyped(line);
		onChange(line);
	};
	return (
		<div className={surface.figureField}>
			<label htmlFor={id}>{label}</label>
			<GrowArea
				id={id}
				value={typed ?? value}
				maxLength={max}
				placeholder={hint}
				aria-describedby={describedBy}
				onChange={change}
				onBlur={() => setTyped(undefined)}
			/>
		</div>
	);
}
