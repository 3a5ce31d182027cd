'use client';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { titleOf } from '@/lib/article/article';
import { priorities, priorityNames } from '@/lib/edition/edition';
import type { BriefStory, Priority } from '@/lib/makeup/sheet';
import { changePlacementAction } from '../../actions';
import type { PageDesk } from './use-page-desk';

/** The rank, which the plan knows too: no step of the makeup, taken back by its own 撤销. */
export function RankTools({ desk, story }: { desk: PageDesk; story: BriefStory }) {
	const { show } = useToast();
	const rank = async (priority: Priority): Promise<boolean> => {
		const answer = await changePlacementAction({ articleId: story.id, pageId: desk.page.made.pageId, priority });
		if (!answer.ok) show({ message: answer.message, tone: 'error' });
		await desk.reload();
		return answer.ok;
	};
	const change = async (priority: Priority) => {
		if (!(await rank(priority))) return;
		const message = `《${titleOf(story.headline)}》改为${priorityNames[priority]}`;
		show({ message, undo: () => void rank(story.priority) });
	};
	return (
		<Field label="级别">
			<Select value={story.priority} onChange={({ target }) => change(Number(target.value) as Priority)}>
				{priorities.map((priority) => (
					<option key={priority} value={priority}>
						{priorityNames[priority]}
					</option>
				))}
			</Select>
		</Field>
	);
}
