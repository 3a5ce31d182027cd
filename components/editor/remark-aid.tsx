'use client';
import { useShortcut } from '@/components/desk/shortcuts';
import { useToast } from '@/components/ui/toast';
import type { Verdict } from '@/lib/article/suggestion';
import type { PanelProps } from './panel';
import { decideOn, decideOnCurrent, draftHere, goToRemark } from './remark-acts';
import { RemarkCard } from './remark-card';
import { remarkKeys } from './remark-keys';
import { isSuggesting, setSuggesting } from './suggestion-mode';
import { currentSuggestion } from './suggestion-signs';
import { useAnswer } from './use-answer';
import { useCommentMarks } from './use-comment-marks';
import { useOpenPanel } from './use-open-panel';
import { useRemarksStore } from './use-remarks';

const group = '批注与建议';

/** The keys of comments and suggestions, and the card of the one that is looked at. */
export function RemarkAid(props: PanelProps) {
	const { editor, writing } = props;
	const store = useRemarksStore();
	const toast = useToast();
	const [openName, openPanel] = useOpenPanel();
	useCommentMarks(editor, writing);
	const compose = () => {
		store.compose(draftHere(editor));
		if (openName !== 'remarks') openPanel('remarks');
	};
	const goTo = (by: 1 | -1) => () => {
		const id = goToRemark(editor, by);
		if (id) store.look(id);
		else toast.show({ message: '没有批注和修改建议。' });
	};
	useAnswer(editor, 'comment', compose);
	useShortcut(remarkKeys.comment, '批注所选文字', compose, group);
	useShortcut(remarkKeys.next, '下一处', goTo(1), group);
	useShortcut(remarkKeys.previous, '上一处', goTo(-1), group);
	return (
		<>
			{writing && <WritingKeys {...props} />}
			<RemarkCard {...props} />
		</>
	);
}

/** The keys of those who may write or suggest. */
function WritingKeys({ editor, writing, user }: PanelProps) {
	const toast = useToast();
	const isForced = writing?.isForced ?? true;
	const decide = (verdict: Verdict) => () => {
		if (isForced && verdict === 'accept') return toast.show({ message: '建议由编辑采纳。' });
		const isDone = isForced
			? decideOn(editor, verdict, (one) => one.userId === user.id && one.id === currentSuggestion(editor.state))
			: decideOnCurrent(editor, verdict);
		if (!isDone) toast.show({ message: '光标不在修改建议上。' });
	};
	useShortcut(remarkKeys.accept, '采纳光标处的建议', decide('accept'), group);
	useShortcut(remarkKeys.reject, '不采纳，或撤回自己的', decide('reject'), group);
	useShortcut(
		remarkKeys.mode,
		'建议模式',
		() => {
			if (isForced) toast.show({ message: '您可以提修改建议；建议模式一直开着。' });
			else setSuggesting(editor.view, !isSuggesting(editor.state));
		},
		group,
	);
	return null;
}
