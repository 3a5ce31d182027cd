'use client';
import { EditorContent, useEditorState } from '@tiptap/react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { shortKeys } from '@/components/desk/shortcut';
import { Notice } from '@/components/ui/notice';
import type { ActionResult } from '@/lib/action';
import { titleOf } from '@/lib/article/article';
import { returnTargets } from '@/lib/workflow/rules';
import { ActBar } from './act-bar';
import { AmendmentForm } from './amendment-form';
import type { ArticleEditorProps } from './article-editor';
import { latestReturn } from './article-facts';
import { AskBar } from './ask-bar';
import { BadgeLine } from './badge-line';
import { BylineEditor } from './byline-editor';
import { HeadMarks } from './check-head';
import type { Choices } from './choices';
import { ConflictDialog } from './conflict-dialog';
import { DatelineField } from './dateline-field';
import styles from './editor.module.css';
import { HeadFields } from './head-fields';
import { PanelsFrame } from './panels-frame';
import { PasteNotice } from './paste-notice';
import { PreviewButton } from './preview-button';
import { ReadHead } from './read-head';
import { remarkKeys } from './remark-keys';
import type { FindReporters } from './reporter-input';
import { SaveLine } from './save-line';
import type { SaveView } from './save-queue';
import type { Theirs } from './send-article';
import { isSuggesting } from './suggestion-mode';
import surface from './surface.module.css';
import { TimingButton } from './timing-dialog';
import { Toolbar } from './toolbar';
import { TopBar } from './top-bar';
import { UploadList } from './upload-list';
import { useFileDrop } from './use-file-drop';
import type { Opened } from './use-opened-copies';
import { usePassingOn } from './use-passing-on';
import { usePaste } from './use-paste';
import { usePageGuards, useSaveView } from './use-saving';
import { useTopHeight } from './use-top-height';
import { useUploads } from './use-uploads';
import { useLeaving, useMergeNotice, useNewerVersion, useRecoveryNotice } from './use-versions';
import type { Writers } from './use-writer-lock';
import { type ArticleQueue, useWriting, type Writing } from './use-writing';
import { Viewers } from './viewers';
import { WordCount } from './word-count';

/** The writing surface and everything around it. */
export function WritingScreen({
	user,
	article,
	choices,
	doors,
	findReporters,
	opened,
	writers,
}: ArticleEditorProps & { opened: Opened; writers: Writers }) {
	const router = useRouter();
	const merges = useMergeNotice();
	const onSaved = usePassingOn(article.state, writers.lock);
	const writing = useWriting({
		user,
		isForced: !article.may.save,
		server: opened.server,
		copies: opened,
		writers,
		// Writing on in a signed article sends it back to be signed again: the screen says so.
		onState: (state) => {
			onSaved(state);
			if (state !== article.state) router.refresh();
		},
		onMerged: merges.show,
	});
	const { editor, head, queue } = writing;
	const view = useSaveView(queue);
	const uploads = useUploads(editor);
	const { tell, ...paste } = usePaste(editor, uploads);
	const drops = useFileDrop(article.id, writing, uploads, tell);
	const tools = useTopHeight();
	const [isComparing, setComparing] = useState(true);
	const recovery = useRecoveryNotice(writing, opened);
	const savedSince = view.kind === 'saved' && queue.revision > article.revision;
	const shown = savedSince
		? { ...article, revision: queue.revision, savedAt: view.savedAt, actorName: user.name }
		: article;
	const name = `《${titleOf(head.headline)}》`;

	useEffect(() => {
		document.title = `${titleOf(head.headline)} · 采编`;
	}, [head.headline]);
	usePageGuards(
		queue,
		uploads.list.some((upload) => !upload.failure),
	);
	useLeaving(article.id, writing);
	useNewerVersion(article, writing);

	return (
		<div
			className={styles.screen}
			onCompositionStart={() => writing.setComposing(true)}
			onCompositionEnd={() => writing.setComposing(false)}
			{...drops}
		>
			<h1 className="visually-hidden">编辑稿件{name}</h1>
			<TopBar state={article.state}>
				<SaveLine
					view={view}
					path={`/desk/article/${article.id}`}
					onRetry={() => queue.sendNow()}
					onResolve={() => setComparing(true)}
				/>
				<WordCount editor={editor} />
				<PreviewButton id={article.id} settle={() => settle(queue)} />
				<TimingButton article={article} title={name} doors={doors} />
				<Viewers status={writers.status} />
				<ActBar
					id={article.id}
					title={name}
					may={article.may}
					returnTargets={returnTargets(article.state)}
					separation={article.separation}
					settle={() => settle(queue)}
					doors={doors}
				/>
				{writers.state.ask && <AskBar lock={writers.lock} ask={writers.state.ask} />}
			</TopBar>
			<div ref={tools} className={styles.tools}>
				<Toolbar editor={editor} onPictures={(files, as) => uploads.add(files, undefined, as)} />
				<UploadList {...uploads} />
				<PasteNotice {...paste} />
			</div>
			<div className={styles.paper}>
				<ArticleNotices article={article} canWrite={!writing.isForced} />
				<SuggestingNotice writing={writing} />
				{recovery}
				{article.publishedRevision !== null && !writing.isForced && (
					<AmendmentForm amendment={head.amendment} change={writing.change} />
				)}
				{merges.notice}
				<Surface
					writing={writing}
					choices={choices}
					find={(query) => findReporters({ query }).then((found) => (found.ok ? found.value : []))}
				/>
			</div>
			<PanelsFrame editor={editor} article={shown} head={head} choices={choices} user={user} writing={writing} />
			<Conflict writing={writing} view={view} choices={choices} open={isComparing} onOpenChange={setComparing} />
		</div>
	);
}

/** Before an act: everything that is written is on the server, or the act does not happen. */
async function settle(queue: ArticleQueue): Promise<ActionResult<number>> {
	const flushed = await queue.flush();
	if (flushed.saved) return { ok: true, value: flushed.revision };
	const message = '还有文字没有保存到服务器，所以没有执行。请先看屏幕上方的保存状态，处理好再试。';
	return { ok: false, code: 'unavailable', message };
}

/** Why it came back, and what readers have of it. */
export function ArticleNotices({ article, canWrite }: Pick<ArticleEditorProps, 'article'> & { canWrite?: boolean }) {
	const returned = latestReturn(article);
	const isAhead = article.publishedRevision !== null && article.publishedRevision !== article.revision;
	const isSigned = article.state === 'signed_off' || article.state === 'placed';
	return (
		<>
			{returned && <Notice tone="error">{returned}</Notice>}
			{canWrite && isSigned && <Notice>这篇稿件已经签发。改动一个字，就要重新签发。</Notice>}
			{isAhead && (
				<Notice>读者看到的是第 {article.publishedRevision} 稿。之后的改动要重新签发、发布更正，读者才会看到。</Notice>
			)}
		</>
	);
}

/** Says that what is done is only suggested, and how one gets out of that. */
function SuggestingNotice({ writing: { editor, isForced } }: { writing: Writing }) {
	const isOn = useEditorState({ editor, selector: ({ editor }) => isSuggesting(editor.state) });
	if (!isOn) return null;
	return (
		<Notice>
			{isForced
				? '您的改动都是建议，由编辑采纳；题目的建议在题下面提。'
				: `建议模式：您的改动都只是建议，原稿不动。按 ${shortKeys(remarkKeys.mode)} 退出。`}
		</Notice>
	);
}

interface SurfaceProps {
	writing: Writing;
	choices: Choices;
	find: FindReporters;
}

/** The article as the paper sets it, every part of it to be written in place. */
function Surface({ writing, choices, find }: SurfaceProps) {
	const { editor, head, change } = writing;
	const isSuggested = useEditorState({ editor, selector: ({ editor }) => isSuggesting(editor.state) });
	return (
		<article className={surface.surface}>
			{isSuggested ? (
				<ReadHead head={head} choices={choices} />
			) : (
				<>
					<BadgeLine head={head} choices={choices} />
					<HeadFields editor={editor} head={head} change={change} />
					<BylineEditor head={head} change={change} find={find} />
					<HeadMarks editor={editor} field="byline" />
					<DatelineField head={head} change={change} />
					<HeadMarks editor={editor} field="dateline" />
				</>
			)}
			<EditorContent editor={editor} className={surface.body} />
		</article>
	);
}

interface ConflictProps {
	writing: Writing;
	view: SaveView<Theirs>;
	choices: Choices;
	open: boolean;
	onOpenChange: (open: boolean) => void;
}

function Conflict({ writing, view, choices, open, onOpenChange }: ConflictProps) {
	if (view.kind !== 'conflict') return null;
	const { theirs } = view;
	return (
		<ConflictDialog
			mine={writing.content()}
			theirs={theirs}
			choices={choices}
			open={open}
			onOpenChange={onOpenChange}
			onMine={() => writing.queue.keepMine()}
			onTheirs={() => {
				writing.replace(theirs.content);
				writing.queue.adopt(theirs);
			}}
			onMerge={(merged) => {
				writing.replace(merged);
				writing.queue.keepMine();
			}}
		/>
	);
}
