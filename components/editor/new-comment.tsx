'use client';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { placeNames } from '@/lib/article/comment/comment';
import { newId } from '@/lib/id';
import { truncate } from '@/lib/text';
import { CommentForm } from './comment-form';
import type { PanelProps } from './panel';
import type { Draft } from './remarks';
import styles from './remarks.module.css';
import { useRemarksStore } from './use-remarks';

interface NewCommentProps extends Pick<PanelProps, 'article' | 'writing' | 'toText'> {
	draft: Draft;
}

/** Where a comment is written on what was selected; on a head field it may propose another text. */
export function NewComment({ draft, article, writing, toText }: NewCommentProps) {
	const store = useRemarksStore();
	const [proposal, setProposal] = useState(draft.proposal ?? '');
	// Made once: a request that is repeated is not a second comment.
	const [commentId] = useState(newId);
	const { place, anchor } = draft;
	const isProposed = draft.proposal !== null && proposal.trim() !== '' && proposal !== draft.proposal;
	return (
		<section className={styles.compose} aria-label="写批注">
			<p className={styles.quote}>
				{placeNames[place]}
				{anchor?.exact && <q>{truncate(anchor.exact.replace(/\n/g, ' '), 60)}</q>}
			</p>
			{draft.proposal !== null && (
				<Field label="建议改为">
					<TextArea value={proposal} rows={2} maxLength={400} onChange={(event) => setProposal(event.target.value)} />
				</Field>
			)}
			<CommentForm
				label="批注"
				verb={isProposed ? '提出建议' : '批注'}
				name={`new/${article.id}`}
				blocking={false}
				send={({ text, blocking, mentions }) =>
					store.act({
						act: 'create',
						commentId,
						revision: writing?.queue.revision ?? article.revision,
						place,
						text,
						blocking,
						mentions,
						anchor,
						proposal: isProposed ? proposal : '',
					})
				}
				onDone={() => {
					store.compose(null);
					toText();
				}}
			/>
		</section>
	);
}
