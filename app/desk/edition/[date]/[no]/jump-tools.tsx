'use client';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { EditionForDesk } from '@/lib/edition/read';
import type { BriefStory } from '@/lib/makeup/sheet';
import styles from './story-panel.module.css';
import type { PageDesk } from './use-page-desk';

interface JumpToolsProps {
	desk: PageDesk;
	story: BriefStory;
	edition: EditionForDesk;
}

/** 转版: the end of the story goes to another page of the edition. */
export function JumpTools({ desk, story, edition }: JumpToolsProps) {
	const { design, made } = desk.page;
	const jump = design.stories[story.id]?.jump;
	const others = edition.pages.filter(({ id }) => id !== made.pageId);
	const to = others.find(({ id }) => id === jump?.to);
	if (others.length === 0) return null;
	return (
		<fieldset className={styles.group}>
			<legend>转版</legend>
			<div className={styles.buttons}>
				{jump ? (
					<>
						<span>{`下转第${to?.no ?? '？'}版`}</span>
						<Button onClick={() => desk.act({ kind: 'jump', story: story.id, to: null })}>不转版</Button>
					</>
				) : (
					<Menu trigger={<Button>转到…</Button>}>
						{others.map(({ id, no, name }) => (
							<MenuItem key={id} onSelect={() => desk.act({ kind: 'jump', story: story.id, to: id })}>
								{`第${no}版 ${name}`}
							</MenuItem>
						))}
					</Menu>
				)}
			</div>
		</fieldset>
	);
}
