'use client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { priorities, priorityNames } from '@/lib/edition/edition';
import type { BriefStory, Priority } from '@/lib/makeup/sheet';
import styles from './story-panel.module.css';
import type { PageDesk } from './use-page-desk';

/** The rank, and whether the story stands here at all: the plan knows it too. */
export function RankTools({ desk, story }: { desk: PageDesk; story: BriefStory }) {
	const rank = (priority: Priority) => desk.act({ kind: 'rank', story: story.id, priority });
	return (
		<div className={styles.rank}>
			<Field label="级别">
				<Select value={story.priority} onChange={({ target }) => rank(Number(target.value) as Priority)}>
					{priorities.map((priority) => (
						<option key={priority} value={priority}>
							{priorityNames[priority]}
						</option>
					))}
				</Select>
			</Field>
			<Button onClick={() => desk.act({ kind: 'unplace', story: story.id })}>撤下版面</Button>
		</div>
	);
}
