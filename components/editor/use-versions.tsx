'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Merged } from '@/lib/article/merge';
import type { ArticleContent } from '@/lib/article/schema';
import { clockTime, dayAndTime } from '@/lib/time';
import { isSameContent } from './compare';
import { fieldNames } from './conflict-text';
import styles from './editor.module.css';
import { leave, stay } from './leaving';
import type { Theirs } from './send-article';
import type { Opened } from './use-opened-copies';
import { useSaveView } from './use-saving';
import type { ServerVersion, Writing } from './use-writing';

interface Change {
	message: string;
	/** What stood before. */
	before: ArticleContent;
}

/** Says that text of an earlier visit was restored from this machine, and takes it back on request. */
export function useRecoveryNotice(writing: Writing, { left, server }: Opened): ReactNode {
	const [change, setChange] = useState<Change | undefined>(() =>
		left && !isSameContent(left.content, server.content)
			? { message: `已恢复本机在 ${dayAndTime(new Date(left.at))} 留下、还没有保存的文字。`, before: server.content }
			: undefined,
	);
	if (!change) return null;
	const undo = () => {
		const mine = writing.content();
		writing.replace(change.before);
		setChange({ message: '已换回另一版。', before: mine });
	};
	return (
		<Notice>
			{change.message}
			<span className={styles.noticeActs}>
				<Button variant="quiet" onClick={undo}>
					撤销
				</Button>
				<Button variant="quiet" onClick={() => setChange(undefined)}>
					知道了
				</Button>
			</span>
		</Notice>
	);
}

/** Says what somebody else wrote meanwhile and was brought into what is written here. */
export function useMergeNotice(): { notice: ReactNode; show: (theirs: Theirs, merged: Merged) => void } {
	const [message, setMessage] = useState('');
	return {
		show({ actorName, savedAt }, { fields, places }) {
			const parts = [...fields.map((field) => fieldNames[field]), ...(places > 0 ? [`正文 ${places} 处`] : [])];
			if (parts.length === 0) return;
			const time = clockTime(new Date(savedAt));
			setMessage(`${actorName}在 ${time} 改了${parts.join('、')}，和您写的不在一处，已经合并。`);
		},
		notice: message && (
			<Notice>
				{message}
				<span className={styles.noticeActs}>
					<Button variant="quiet" onClick={() => setMessage('')}>
						知道了
					</Button>
				</span>
			</Notice>
		),
	};
}

/** Shows a version that the server has newer than ours, as long as nothing of ours is unsaved. */
export function useNewerVersion(server: ServerVersion, writing: Writing): void {
	const view = useSaveView(writing.queue);
	const isSaved = view.kind === 'saved';
	const latest = useRef({ server, writing });
	useEffect(() => {
		latest.current = { server, writing };
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the server's version or the saving changes
	useEffect(() => {
		const { server, writing } = latest.current;
		if (!isSaved || server.revision <= writing.queue.revision) return;
		writing.replace(server.content);
		writing.queue.adopt(server);
	}, [isSaved, server.revision]);
}

/** Lets a save that is under way finish after the page is left for another one. */
export function useLeaving(id: string, writing: Writing): void {
	const latest = useRef(writing);
	useEffect(() => {
		latest.current = writing;
	});
	useEffect(() => {
		stay(id);
		return () => leave(id, latest.current.queue, latest.current.content());
	}, [id]);
}
