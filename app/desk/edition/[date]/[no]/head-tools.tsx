'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { relationNames } from '@/lib/edition/design/words';
import type { BriefStory, Priority, Relation } from '@/lib/makeup/sheet';
import styles from './story-panel.module.css';
import type { PageDesk } from './use-page-desk';

interface ToolsProps {
	desk: PageDesk;
	story: BriefStory;
}

/** Sizes that a rank may have, in points: a lesser story never has the bigger head. */
const sizes: Record<Priority, number[]> = {
	1: [54, 48, 42, 36, 32],
	2: [30, 26, 24, 21],
	3: [20, 18, 16],
	4: [15, 14, 12],
};

/** The head: how it stands to the text, its size, its rows, and the frame around the story. */
export function HeadTools({ desk, story }: ToolsProps) {
	const [isOpen, setOpen] = useState(false);
	const { design, made } = desk.page;
	const own = design.stories[story.id] ?? {};
	const block = made.sheet.blocks.find((each) => each.story === story.id);
	const now = block?.head.parts.find(({ role }) => role === 'headline')?.pt;
	return (
		<fieldset className={styles.group}>
			<legend>题</legend>
			<div className={styles.pair}>
				<Field label="题位">
					<Select
						value={own.relation ?? ''}
						onChange={({ target }) =>
							desk.act({ kind: 'relation', story: story.id, relation: (target.value as Relation) || null })
						}
					>
						<option value="">{block ? `自动：${relationNames[block.relation]}` : '自动'}</option>
						{Object.entries(relationNames).map(([relation, name]) => (
							<option key={relation} value={relation}>
								{name}
							</option>
						))}
					</Select>
				</Field>
				<Field label="字号">
					<Select
						value={own.pt ?? ''}
						onChange={({ target }) => desk.act({ kind: 'size', story: story.id, pt: Number(target.value) || null })}
					>
						<option value="">{now ? `自动：${now} 点` : '自动'}</option>
						{sizes[story.priority].map((pt) => (
							<option key={pt} value={pt}>{`${pt} 点`}</option>
						))}
					</Select>
				</Field>
			</div>
			<div className={styles.buttons}>
				<Button onClick={() => setOpen(true)}>分行…</Button>
				<Checkbox
					checked={Boolean(story.boxed)}
					onChange={({ target }) => desk.act({ kind: 'box', story: story.id, on: target.checked })}
				>
					加框
				</Checkbox>
			</div>
			{isOpen && <RowsDialog desk={desk} story={story} onClose={() => setOpen(false)} />}
		</fieldset>
	);
}

function RowsDialog({ desk, story, onClose }: ToolsProps & { onClose: () => void }) {
	const [text, setText] = useState(story.headline);
	const put = (headline: string | null) => {
		desk.act({ kind: 'rows', story: story.id, headline });
		onClose();
	};
	return (
		<Dialog
			open
			onOpenChange={onClose}
			title="主题分行"
			description="在要换行的地方按回车。这里只分行，改字请打开稿件。"
		>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					put(text);
				}}
			>
				<Field label="主题">
					<TextArea rows={4} value={text} onChange={({ target }) => setText(target.value)} />
				</Field>
				<DialogFoot>
					<Button onClick={() => put(null)}>自动分行</Button>
					<Button type="submit" variant="primary">
						分行
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}
