'use client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { shortKeys } from '@/components/desk/shortcut';
import { Button } from '@/components/ui/button';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import type { CommentThread } from '@/lib/article/comment/read';
import type { Verdict } from '@/lib/article/suggestion';
import type { Suggestion } from '@/lib/article/suggestion-list';
import { CommentItem } from './comment-item';
import { NewComment } from './new-comment';
import { OpenCount } from './open-count';
import type { PanelProps } from './panel';
import { decideOn, draftHere, goToPlace } from './remark-acts';
import { remarkKeys } from './remark-keys';
import { filterNames, listRemarks, type Remark, type RemarkFilter } from './remark-list';
import styles from './remarks.module.css';
import { SuggestionItem } from './suggestion-item';
import { useRemarks, useRemarksStore } from './use-remarks';
import { useSuggestions } from './use-suggestions';

const filters = Object.keys(filterNames) as RemarkFilter[];

/** 批注: what people remark and suggest, in the order of the text. */
export function RemarksPanel(props: PanelProps) {
	const { editor, user, writing } = props;
	const store = useRemarksStore();
	const { threads, names, state, draft, active } = useRemarks();
	const text = useSuggestions(editor);
	const [filter, setFilter] = useState<RemarkFilter>('open');
	const groups = listRemarks({ threads, ...text, filter, userId: user.id });
	const list = useRef<HTMLDivElement>(null);
	const mayDecide = writing !== null && !writing.isForced;
	const isEmpty = groups.placed.length + groups.orphaned.length + groups.resolved.length === 0;
	useMarkSeen(store);
	useActiveInSight(list, active);

	const show = (remark: Remark) => {
		const position = text.places.get(remark.id);
		if (position !== undefined) goToPlace(editor, position);
		else if (remark.kind === 'comment')
			document.querySelector(`[data-head="${remark.thread.place}"]`)?.scrollIntoView({ block: 'center' });
		store.look(remark.id);
	};
	const item = (remark: Remark) => (
		<RemarkRow
			key={remark.id}
			remark={remark}
			isActive={remark.id === active}
			onLook={() => store.look(remark.id)}
			onShow={() => {
				show(remark);
				props.toText();
			}}
		>
			{remark.kind === 'comment' ? (
				<CommentItem
					thread={remark.thread}
					onTake={mayDecide ? takeProposal(remark.thread, props, store) : undefined}
				/>
			) : (
				<SuggestionItem
					suggestion={remark.suggestion}
					name={names[remark.suggestion.userId] ?? ''}
					acts={suggestionActs(remark.suggestion, props)}
				/>
			)}
		</RemarkRow>
	);
	return (
		<>
			<div className={styles.tools}>
				{/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups what is filled in */}
				<div role="group" aria-label="显示哪些" className={styles.filters}>
					{filters.map((name) => (
						<button key={name} type="button" aria-pressed={name === filter} onClick={() => setFilter(name)}>
							{filterNames[name]}
						</button>
					))}
				</div>
				<div className={styles.acts}>
					<Button shortcut={shortKeys(remarkKeys.comment)} onClick={() => store.compose(draftHere(editor))}>
						批注
					</Button>
					{text.suggestions.length > 0 && mayDecide && (
						<DecideMenu editor={editor} suggestions={text.suggestions} names={names} />
					)}
				</div>
			</div>
			{draft && (
				<NewComment
					key={JSON.stringify(draft.anchor)}
					draft={draft}
					article={props.article}
					writing={writing}
					toText={props.toText}
				/>
			)}
			{state === 'unreachable' && <Notice>现在连不上服务器，批注可能不是最新的。</Notice>}
			{isEmpty && !draft && state !== 'loading' && <p className={styles.hint}>{emptyWords[filter]}</p>}
			{/* In one list: a reply that is being written stays where its remark goes from one group to another. */}
			{/* biome-ignore lint/a11y/noStaticElementInteractions: the rows inside take the focus, their list hears the keys that walk them */}
			<div ref={list} className={styles.list} onKeyDown={walkRows}>
				{[
					...groups.placed.map(item),
					groups.orphaned.length > 0 && <h3 key="orphaned">原文已改动</h3>,
					...groups.orphaned.map(item),
					groups.resolved.length > 0 && <h3 key="resolved">已解决</h3>,
					...groups.resolved.map(item),
				]}
			</div>
		</>
	);
}

const emptyWords: Record<RemarkFilter, string> = {
	open: `没有待处理的批注和建议。选中文字按 ${shortKeys(remarkKeys.comment)} 写批注；按 ${shortKeys(remarkKeys.mode)} 打开建议模式，改动就成为建议。`,
	mine: '没有与您有关的批注：您写的、回复过的、提到您的，会列在这里。',
	blocking: '没有“须处理”的批注。写批注时勾选“须处理”，解决之前谁也不能签。',
	all: '这篇稿件还没有批注。',
};

/** Takes over the text that a comment proposes for a head field. */
function takeProposal(
	{ place, proposal }: CommentThread,
	{ writing }: PanelProps,
	store: { load: () => Promise<void> },
) {
	if (!proposal || !writing) return undefined;
	return async () => {
		writing.change({ [place]: proposal });
		// The save settles the comment.
		await writing.queue.flush();
		await store.load();
	};
}

function suggestionActs({ id, userId }: Suggestion, { editor, user, writing }: PanelProps) {
	const decide = (verdict: Verdict) => () => void decideOn(editor, verdict, (one) => one.id === id);
	const isOwn = userId === user.id;
	const mayDecide = writing !== null && !writing.isForced;
	return {
		isOwn,
		keys: { accept: 'Y', reject: 'N' },
		...(mayDecide && { accept: decide('accept') }),
		...((mayDecide || (writing !== null && isOwn)) && { reject: decide('reject') }),
	};
}

interface RemarkRowProps {
	remark: Remark;
	isActive: boolean;
	onLook: () => void;
	onShow: () => void;
	children: React.ReactNode;
}

/** One remark in the list: looked at by pointer or focus, gone to by Enter; Y N R E do what its buttons do. */
function RemarkRow({ remark, isActive, onLook, onShow, children }: RemarkRowProps) {
	const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
		if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
		const act = rowActs[event.key.toLowerCase()];
		if (event.key === 'Enter') onShow();
		else if (act) event.currentTarget.querySelector<HTMLElement>(`[data-act="${act}"]`)?.click();
		else return;
		event.preventDefault();
	};
	return (
		<article
			className={styles.row}
			data-remark={remark.id}
			aria-current={isActive || undefined}
			aria-label={remark.kind === 'comment' ? `${remark.thread.authorName}的批注` : '修改建议'}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: a row of a list that keys walk
			tabIndex={0}
			onFocus={onLook}
			onMouseEnter={onLook}
			onClick={(event) => event.target === event.currentTarget && onShow()}
			onKeyDown={onKeyDown}
		>
			{children}
		</article>
	);
}

const rowActs: Record<string, string> = { y: 'accept', n: 'reject', r: 'reply', e: 'resolve' };

/** Arrow keys go from row to row. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
	const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-remark]')];
	const at = rows.indexOf(event.target as HTMLElement);
	const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (at < 0 || !by) return;
	event.preventDefault();
	rows[at + by]?.focus();
}

interface DecideMenuProps extends Pick<PanelProps, 'editor'> {
	suggestions: readonly Suggestion[];
	names: Record<string, string>;
}

/** All suggestions at once, or those of one person: one step to undo. */
function DecideMenu({ editor, suggestions, names }: DecideMenuProps) {
	const toast = useToast();
	const people = [...new Set(suggestions.map(({ userId }) => userId))];
	const decide = (verdict: Verdict, userId?: string) => () => {
		const which = suggestions.filter((one) => userId === undefined || one.userId === userId);
		decideOn(editor, verdict, (one) => userId === undefined || one.userId === userId);
		const message = `${verdict === 'accept' ? '已采纳' : '没有采纳'} ${which.length} 处建议`;
		toast.show({ message, undo: () => editor.commands.undo() });
	};
	return (
		<Menu trigger={<Button variant="quiet">全部处理…</Button>}>
			<MenuItem onSelect={decide('accept')}>全部采纳（{suggestions.length}）</MenuItem>
			<MenuItem onSelect={decide('reject')}>全部不采纳（{suggestions.length}）</MenuItem>
			{people.length > 1 &&
				people.map((userId) => (
					<MenuGroup key={userId} label={names[userId] ?? '同事'}>
						<MenuItem onSelect={decide('accept', userId)}>采纳这个人的</MenuItem>
						<MenuItem onSelect={decide('reject', userId)}>不采纳这个人的</MenuItem>
					</MenuGroup>
				))}
		</Menu>
	);
}

/** Whoever opens the comments has seen where he is mentioned. */
function useMarkSeen(store: ReturnType<typeof useRemarksStore>): void {
	useEffect(() => {
		void store.act({ act: 'see' });
	}, [store]);
}

/** The remark that is looked at in the text stands in sight in the list. */
function useActiveInSight(list: React.RefObject<HTMLElement | null>, active: string | null): void {
	useEffect(() => {
		if (!active || list.current?.contains(document.activeElement)) return;
		list.current?.querySelector(`[data-remark="${active}"]`)?.scrollIntoView({ block: 'nearest' });
	}, [list, active]);
}

/** How many comments and suggestions wait. */
export function RemarksCount({ editor }: PanelProps) {
	const { threads } = useRemarks();
	const { suggestions } = useSuggestions(editor);
	const count = threads.filter(({ resolved }) => resolved === null).length + suggestions.length;
	return <OpenCount count={count} />;
}
