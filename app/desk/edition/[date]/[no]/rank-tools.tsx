'use client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { titleOf } from '@/lib/article/article';
import { priorities, priorityNames } from '@/lib/edition/edition';
import type { BriefStory, Priority } from '@/lib/makeup/sheet';
import { changePlacementAction, placeArticleAction, unplaceArticleAction } from '../../actions';
import styles from './story-panel.module.css';
import type { PageDesk } from './use-page-desk';

/** The rank and whether it stands here at all, which the plan knows too: no step of the makeup, taken back by its own 撤销. */
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
	const takeOff = async () => {
		const place = { articleId: story.id, pageId: desk.page.made.pageId };
		const answer = await unplaceArticleAction(place);
		if (!answer.ok) return show({ message: answer.message, tone: 'error' });
		await desk.reload();
		const undo = async () => {
			await placeArticleAction({ ...place, priority: story.priority });
			await desk.reload();
		};
		show({ message: `《${titleOf(story.headline)}》已撤下，回到待上版`, undo });
	};
	return (
		<div className={styles.pair}>
			<Field label="级别">
				<Select value={story.priority} onChange={({ target }) => change(Number(target.value) as Priority)}>
					{priorities.map((priority) => (
						<option key={priority} value={priority}>
							{priorityNames[priority]}
						</option>
					))}
				</Select>
			</Field>
			<Button variant="quiet" onClick={takeOff}>
				撤下版面
			</Button>
		</div>
	);
}
