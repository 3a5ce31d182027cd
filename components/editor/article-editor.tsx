'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { ActionResult } from '@/lib/action';
import type { ArticleForEdit } from '@/lib/article/read';
import type { ReporterChoice } from '@/lib/reporter/read';
import type { ActDoors } from './act-bar';
import type { Choices } from './choices';
import styles from './editor.module.css';
import { ReadingScreen } from './reading-screen';
import type { TimingDoors } from './timing-dialog';
import { useNewestVersion } from './use-newest-version';
import { useOpenedCopies } from './use-opened-copies';
import { RemarksProvider } from './use-remarks';
import { useWriterLock, type Writers } from './use-writer-lock';
import { WritingScreen } from './writing-screen';

export type EditedArticle = ArticleForEdit;

export interface ArticleEditorProps {
	/** The account that writes: copies on this machine belong to it. */
	user: { id: string; name: string };
	article: EditedArticle;
	choices: Choices;
	doors: ActDoors & TimingDoors;
	/** Whether this person may take the article from whoever writes it. */
	mayTakeOver: boolean;
	findReporters: (query: { query: string }) => Promise<ActionResult<ReporterChoice[]>>;
}

/** One article: written where this person may and nobody else does, else read, as it is being written. */
export function ArticleEditor(props: ArticleEditorProps) {
	const { article } = props;
	const writers = useWriterLock(article.id, mayWrite(article));
	const { newest, isCurrent } = useNewestVersion(article, writers?.state.revision ?? 0);
	useMoves(article, writers);
	const screen = () => {
		if (!mayWrite(article) || writers?.state.mode === 'reading') {
			return <ReadingScreen {...props} article={newest} writers={writers} />;
		}
		return <OpenedEditor {...props} article={newest} writers={isCurrent ? writers : undefined} />;
	};
	return (
		<RemarksProvider articleId={article.id} version={writers?.status?.comments}>
			{screen()}
		</RemarksProvider>
	);
}

/** Whether this person may write the article now, and be it suggestions alone. */
export function mayWrite({ may }: Pick<EditedArticle, 'may'>): boolean {
	return may.save || may.suggest;
}

/** It opens once this page is the writer and knows what this machine keeps of the article; both are asked at once. */
function OpenedEditor({ writers, ...props }: ArticleEditorProps & { writers: Writers | undefined }) {
	const { user, article } = props;
	const opened = useOpenedCopies(user.id, article);
	if (!opened || writers?.state.mode !== 'writing') return <p className={styles.opening}>正在打开稿件…</p>;
	// What somebody else saved between the page and the place of the writer.
	const server = opened.server.revision < article.revision ? article : opened.server;
	return <WritingScreen {...props} writers={writers} opened={{ ...opened, server }} />;
}

/** Reads the page anew, once, when the article is no longer in the state that it shows, or may no longer be written. */
function useMoves({ state, may }: EditedArticle, writers: Writers | undefined): void {
	const router = useRouter();
	const known = writers?.status?.state ?? state;
	const isClosed = mayWrite({ may }) && writers?.state.mode === 'reading' && writers.state.because === 'closed';
	const asked = useRef('');
	useEffect(() => {
		const question = known === state && !isClosed ? '' : `${state} ${known} ${isClosed}`;
		if (question && question !== asked.current) router.refresh();
		asked.current = question;
	}, [router, known, state, isClosed]);
}
