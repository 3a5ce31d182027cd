'use client';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { fitAdvice, fitWords, lengthWords } from '@/lib/edition/copyfit/copyfit';
import { pageLabel } from '@/lib/time';
import { wordsOf } from './blocks';
import styles from './editor.module.css';
import { savePlan } from './length-doors';
import { lengthStoreOf, useLengths } from './length-store';
import type { PanelProps } from './panel';

/** 篇幅: how long the story is to be and is, and how it fits where it stands. */
export function LengthFields({ editor, article }: Pick<PanelProps, 'editor' | 'article'>) {
	const { planned, fits } = useLengths(editor);
	const words = useEditorState({ editor, selector: ({ editor }) => wordsOf(editor.state.doc) });
	return (
		<>
			<h2>篇幅</h2>
			{article.mayPlan.length && <PlanField editor={editor} articleId={article.id} planned={planned} />}
			<dl className={`${styles.factList} ${styles.lengths}`}>
				{!article.mayPlan.length && planned !== null && (
					<>
						<dt>计划</dt>
						<dd>{planned} 字</dd>
					</>
				)}
				<dt>现在</dt>
				<dd>
					{words} 字{planned !== null && `，${lengthWords(words, planned)}`}
				</dd>
				{fits.map(({ pageId, date, pageNo, pageName, fit }) => (
					<div key={pageId} className={styles.fitRow}>
						<dt>{pageLabel(pageNo)}</dt>
						<dd>
							{date} {pageName}：<strong>{fitWords(fit)}</strong>
							<p>{fitAdvice(fit)}</p>
						</dd>
					</div>
				))}
			</dl>
		</>
	);
}

interface PlanFieldProps extends Pick<PanelProps, 'editor'> {
	articleId: string;
	planned: number | null;
}

/** 计划字数: kept when the field is left, or by Enter. */
function PlanField({ editor, articleId, planned }: PlanFieldProps) {
	const shown = planned === null ? '' : String(planned);
	const [typed, setTyped] = useState<string>();
	const [error, setError] = useState<string>();
	const save = async () => {
		const text = (typed ?? shown).normalize('NFKC').trim();
		const words = text === '' ? null : Number(text);
		if (words === planned) return forget();
		const refusal = Number.isNaN(words) ? '计划字数要写成数字，如 800。' : await savePlan(articleId, words);
		if (refusal) return setError(refusal);
		lengthStoreOf(editor).set({ planned: words });
		forget();
	};
	const forget = () => {
		setTyped(undefined);
		setError(undefined);
	};
	return (
		<Field label="计划字数" error={error}>
			<TextInput
				value={typed ?? shown}
				inputMode="numeric"
				maxLength={6}
				placeholder="没有要求就空着"
				onChange={(event) => setTyped(event.target.value)}
				onBlur={() => void save()}
				onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && void save()}
			/>
		</Field>
	);
}
