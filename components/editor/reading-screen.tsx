'use client';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { titleOf } from '@/lib/article/article';
import { returnTargets } from '@/lib/workflow/rules';
import { ActBar } from './act-bar';
import { type ArticleEditorProps, mayWrite } from './article-editor';
import styles from './editor.module.css';
import { LeftCopyNotice } from './left-copy-notice';
import { LockNotice } from './lock-notice';
import { PanelsFrame } from './panels-frame';
import { PreviewButton } from './preview-button';
import { ReadHead } from './read-head';
import { showBody } from './show-body';
import surface from './surface.module.css';
import { surfaceExtensions } from './surface-extensions';
import { TimingButton } from './timing-dialog';
import { TopBar } from './top-bar';
import type { Writers } from './use-writer-lock';
import { Viewers } from './viewers';
import { WordCount } from './word-count';
import { ArticleNotices } from './writing-screen';

interface ReadingScreenProps extends Omit<ArticleEditorProps, 'findReporters'> {
	/** Undefined for a moment: until the page is known to the server. */
	writers: Writers | undefined;
}

/** An article for those who may read and judge it, but not change it now; what somebody else writes appears in it. */
export function ReadingScreen({ user, article, choices, doors, mayTakeOver, writers }: ReadingScreenProps) {
	const { content, revision, id } = article;
	const [extensions] = useState(() => surfaceExtensions({ user, articleId: id, isReading: true }));
	const editor = useEditor({
		extensions,
		content: content.body,
		editable: false,
		injectCSS: false,
		immediatelyRender: false,
		editorProps: { attributes: { role: 'document', 'aria-label': '正文', tabindex: '-1' } },
	});
	useEffect(() => {
		if (editor) showBody(editor, content.body, { canUndo: false });
	}, [editor, content.body]);
	const name = `《${titleOf(content.headline)}》`;
	return (
		<div className={styles.screen}>
			<TopBar state={article.state}>
				<p className={styles.saveCalm}>只读，第 {revision} 稿</p>
				{editor && <WordCount editor={editor} />}
				<PreviewButton id={id} settle={async () => ({ ok: true, value: revision })} />
				<TimingButton article={article} title={name} doors={doors} />
				<Viewers status={writers?.status} />
				<ActBar
					id={id}
					title={name}
					may={article.may}
					returnTargets={returnTargets(article.state)}
					separation={article.separation}
					settle={async () => ({ ok: true, value: revision })}
					doors={doors}
				/>
			</TopBar>
			<div className={styles.paper}>
				<ArticleNotices article={article} />
				{writers && (
					<LockNotice title={name} writers={writers} mayWrite={mayWrite(article)} mayTakeOver={mayTakeOver} />
				)}
				<LeftCopyNotice userId={user.id} articleId={id} mayWrite={mayWrite(article)} />
				<article className={surface.surface}>
					<ReadHead head={content} choices={choices} />
					<EditorContent editor={editor} className={surface.body} />
				</article>
			</div>
			{editor && (
				<PanelsFrame editor={editor} article={article} head={content} choices={choices} user={user} writing={null} />
			)}
		</div>
	);
}
