'use client';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { ArticleFacts } from './article-facts';
import type { Choices, HeadingChoice } from './choices';
import styles from './editor.module.css';
import type { Head } from './head';
import { LengthFields } from './length-fields';
import type { PanelProps } from './panel';
import { TagPicker } from './tag-picker';
import { TitleFields } from './title-fields';

/** 资料: where the article belongs, and what became of it. */
export function InfoPanel({ editor, head, choices, writing, article }: PanelProps) {
	const change = writing?.isForced ? undefined : writing?.change;
	return (
		<>
			{change && <Headings head={head} choices={choices} change={change} />}
			<TitleFields head={head} change={change} />
			<div className={styles.facts}>
				<LengthFields editor={editor} article={article} />
				<ArticleFacts article={article} />
			</div>
		</>
	);
}

interface HeadingsProps {
	head: Head;
	choices: Choices;
	change: (patch: Partial<Head>) => void;
}

function Headings({ head, choices, change }: HeadingsProps) {
	return (
		<>
			<HeadingSelect
				label="栏目"
				choices={choices.columns}
				chosen={head.columnId}
				onChange={(columnId) => change({ columnId })}
			/>
			<HeadingSelect
				label="主题横幅"
				choices={choices.series}
				chosen={head.seriesId}
				onChange={(seriesId) => change({ seriesId })}
			/>
			<TagPicker tags={choices.tags} chosen={head.tagIds} onChange={(tagIds) => change({ tagIds })} />
		</>
	);
}

interface HeadingSelectProps {
	label: string;
	choices: readonly HeadingChoice[];
	chosen: string | null;
	onChange: (id: string | null) => void;
}

function HeadingSelect({ label, choices, chosen, onChange }: HeadingSelectProps) {
	return (
		<Field label={label}>
			<Select value={chosen ?? ''} onChange={(event) => onChange(event.target.value || null)}>
				<option value="">（无）</option>
				{choices
					.filter((choice) => !choice.retired || choice.id === chosen)
					.map((choice) => (
						<option key={choice.id} value={choice.id}>
							{choice.name}
							{choice.retired && '（已停用）'}
						</option>
					))}
			</Select>
		</Field>
	);
}
