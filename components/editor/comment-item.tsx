'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { placeNames } from '@/lib/article/comment/comment';
import type { CommentThread, CommentView } from '@/lib/article/comment/read';
import type { CommentInput } from '@/lib/article/comment/schema';
import { newId } from '@/lib/id';
import { truncate } from '@/lib/text';
import { dayAndTime } from '@/lib/time';
import { colourOf } from './colour-of';
import { CommentForm } from './comment-form';
import styles from './remarks.module.css';
import { useRemarksStore } from './use-remarks';

interface CommentItemProps {
	thread: CommentThread;
	/** Takes a proposed head text over; left out where one may not. */
	onTake: ((thread: CommentThread) => void) | undefined;
}

/** A comment with its replies, and what can be done with it. */
export function CommentItem({ thread, onTake }: CommentItemProps) {
	const [doing, setDoing] = useState<'reply' | 'edit' | null>(null);
	const act = useAct();
	const { id, place, anchor, proposal, resolved, blocking, replies, may, isMine } = thread;
	const done = () => setDoing(null);
	return (
		<>
			<p className={styles.quote}>
				{placeNames[place]}
				{anchor.exact && <q>{truncate(anchor.exact.replace(/\n/g, ' '), 40)}</q>}
				{blocking && !resolved && <strong className={styles.blocking}>须处理</strong>}
			</p>
			{proposal && (
				<p className={styles.proposal}>
					建议改为 <ins>{proposal}</ins>
				</p>
			)}
			<Said view={thread} />
			{doing === 'edit' && (
				<CommentForm
					label="改批注"
					verb="保存"
					name={`edit/${id}`}
					text={thread.text}
					blocking={may.block ? blocking : null}
					send={(written) => act({ act: 'edit', commentId: id, ...written })}
					onDone={done}
				/>
			)}
			{replies.length > 0 && (
				<ul className={styles.replies}>
					{replies.map((reply) => (
						<li key={reply.id}>
							<Reply reply={reply} />
						</li>
					))}
				</ul>
			)}
			{resolved && (
				<p className={styles.settled}>
					{resolved.name} {dayAndTime(new Date(resolved.at))} 标为已解决
				</p>
			)}
			{doing === 'reply' ? (
				<CommentForm
					label="回复"
					verb="回复"
					name={`reply/${id}`}
					blocking={null}
					send={({ text, mentions }) => act({ act: 'reply', commentId: newId(), parentId: id, text, mentions })}
					onDone={done}
				/>
			) : (
				<div className={styles.acts}>
					{onTake && (
						<Button variant="plain" shortcut="Y" data-act="accept" onClick={() => onTake(thread)}>
							采纳
						</Button>
					)}
					<Button variant="quiet" shortcut="R" data-act="reply" onClick={() => setDoing('reply')}>
						回复
					</Button>
					{resolved ? (
						<Button
							variant="quiet"
							shortcut="E"
							data-act="resolve"
							onClick={() => act({ act: 'reopen', commentId: id })}
						>
							重开
						</Button>
					) : (
						may.resolve && (
							<Button
								variant="quiet"
								shortcut="E"
								data-act="resolve"
								onClick={() => act({ act: 'resolve', commentId: id })}
							>
								{proposal ? '不采纳' : '解决'}
							</Button>
						)
					)}
					{isMine && (
						<Button variant="quiet" onClick={() => setDoing('edit')}>
							修改
						</Button>
					)}
					{isMine && replies.length === 0 && (
						<Button variant="quiet" onClick={() => act({ act: 'delete', commentId: id })}>
							删除
						</Button>
					)}
				</div>
			)}
		</>
	);
}

function Reply({ reply }: { reply: CommentView }) {
	const [isEditing, setEditing] = useState(false);
	const act = useAct();
	const done = () => setEditing(false);
	if (isEditing) {
		return (
			<CommentForm
				label="改回复"
				verb="保存"
				name={`edit/${reply.id}`}
				text={reply.text}
				blocking={null}
				send={(written) => act({ act: 'edit', commentId: reply.id, ...written })}
				onDone={done}
			/>
		);
	}
	return (
		<>
			<Said view={reply} />
			{reply.isMine && (
				<div className={styles.acts}>
					<Button variant="quiet" onClick={() => setEditing(true)}>
						修改
					</Button>
					<Button variant="quiet" onClick={() => act({ act: 'delete', commentId: reply.id })}>
						删除
					</Button>
				</div>
			)}
		</>
	);
}

/** Who said what, and when. */
function Said({ view: { authorId, authorName, text, createdAt, editedAt, mentions } }: { view: CommentView }) {
	return (
		<>
			<p className={styles.who} data-by={colourOf(authorId)}>
				<b>{authorName}</b>
				<time dateTime={createdAt}>{dayAndTime(new Date(createdAt))}</time>
				{editedAt && '（改过）'}
			</p>
			<p className={styles.text}>{withMentions(text, mentions)}</p>
		</>
	);
}

function withMentions(text: string, mentions: CommentView['mentions']) {
	const names = mentions.map(({ name }) => name);
	return text.split(/([@＠]\S+)/u).map((part, index) => {
		const called = names.find((name) => part.slice(1).startsWith(name));
		if (!called) return part;
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: parts of one text
			<span key={index}>
				<b className={styles.called}>{part.slice(0, called.length + 1)}</b>
				{part.slice(called.length + 1)}
			</span>
		);
	});
}

/** Does an act on comments; what does not happen is said. */
function useAct() {
	const store = useRemarksStore();
	const toast = useToast();
	return async (input: CommentInput) => {
		const outcome = await store.act(input);
		const isForm = input.act === 'reply' || input.act === 'edit';
		if (!outcome.ok && !isForm) toast.show({ message: outcome.message, tone: 'error' });
		return outcome;
	};
}
