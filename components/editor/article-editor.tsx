'use client';
import type { ActionResult } from '@/lib/action';
import type { ArticleForEdit } from '@/lib/article/read';
import type { ReporterChoice } from '@/lib/reporter/read';
import type { ActDoors } from './act-bar';
import type { Choices } from './choices';
import styles from './editor.module.css';
import type { TimingDoors } from './timing-dialog';
import { useOpenedCopies } from './use-opened-copies';
import { WritingScreen } from './writing-screen';

export type EditedArticle = ArticleForEdit;

export interface ArticleEditorProps {
	/** The account that writes: copies on this machine belong to it. */
	user: { id: string; name: string };
	article: EditedArticle;
	choices: Choices;
	doors: ActDoors & TimingDoors;
	findReporters: (query: { query: string }) => Promise<ActionResult<ReporterChoice[]>>;
}

/** The editor of one article. It opens once it knows what this machine keeps of it. */
export function ArticleEditor(props: ArticleEditorProps) {
	const { user, article } = props;
	const opened = useOpenedCopies(user.id, article);
	if (!opened) return <p className={styles.opening}>正在打开稿件…</p>;
	return <WritingScreen {...props} opened={opened} />;
}
