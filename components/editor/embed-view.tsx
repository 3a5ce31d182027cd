'use client';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { durationText, embedKindNames, embedSourceOf, parseDuration } from '@/lib/article/embed';
import type { EmbedAttributes } from './embed';
import { moveBlock } from './move-block';
import parts from './parts.module.css';
import surface from './surface.module.css';
import { WordsField } from './words-field';

/** 音频、视频 in the text: the line that readers get, with its words to be written in place. Nothing is played here. */
export function EmbedView({ node, editor, getPos, updateAttributes, deleteNode, selected }: NodeViewProps) {
	const { kind, href, title, seconds } = node.attrs as EmbedAttributes;
	const name = embedKindNames[kind];
	const facts = [durationText(seconds), embedSourceOf(href)?.name].filter(Boolean).join('　');
	const move = (by: -1 | 1) => () => moveBlock(editor, getPos(), by);
	return (
		<NodeViewWrapper
			as="div"
			role="group"
			aria-label={name}
			className={parts.embed}
			data-selected={selected || undefined}
		>
			<p data-drag-handle="">
				<strong>{name}</strong>
				{!editor.isEditable && <span>{title}</span>}
				<a className={parts.source} href={href} title={href} target="_blank" rel="noreferrer">
					{facts}
				</a>
			</p>
			{editor.isEditable && (
				<div className={surface.figureWords}>
					<WordsField
						label="标题"
						value={title}
						max={100}
						hint={`读者看到的文字，如：${name === '视频' ? '航拍澄湖环湖步道' : '听巡堤人讲汛期'}`}
						onChange={(title) => updateAttributes({ title })}
					/>
					<DurationField seconds={seconds} onChange={(seconds) => updateAttributes({ seconds })} />
					<div className={surface.figureActs}>
						<Button variant="quiet" onClick={move(-1)}>
							上移
						</Button>
						<Button variant="quiet" onClick={move(1)}>
							下移
						</Button>
						<Button variant="quiet" onClick={() => deleteNode()}>
							删除{name}
						</Button>
					</div>
				</div>
			)}
		</NodeViewWrapper>
	);
}

/** 时长: kept as soon as it can be read; what cannot is said and changes nothing. */
function DurationField({ seconds, onChange }: { seconds: number; onChange: (seconds: number) => void }) {
	const [isWrong, setWrong] = useState(false);
	return (
		<>
			<WordsField
				label="时长"
				value={durationText(seconds)}
				max={10}
				hint="如 3:07，不知道就空着"
				onChange={(text) => {
					const read = parseDuration(text);
					setWrong(read === undefined);
					if (read !== undefined) onChange(read);
				}}
			/>
			{isWrong && (
				<p className={surface.figureHint} data-missing role="alert">
					时长要写成 分:秒 或 时:分:秒，如 3:07。
				</p>
			)}
		</>
	);
}
