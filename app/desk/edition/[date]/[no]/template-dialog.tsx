'use client';
import { useEffect, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import type { PageTemplate } from '@/lib/edition/desk/read';
import { chineseDate } from '@/lib/time';
import { askDoor } from './desk-doors';
import { PageThumb, pageNote } from './page-thumb';
import styles from './page-thumb.module.css';
import type { PageDesk } from './use-page-desk';

/** 版式模板: good pages of late with as many stories; this page is made like the chosen one, story for story by rank. */
export function TemplateDialog({ desk, onClose }: { desk: PageDesk; onClose: () => void }) {
	const { pageId, brief } = desk.page.made;
	const [templates, setTemplates] = useState<PageTemplate[]>();
	const [trouble, setTrouble] = useState('');
	useEffect(() => {
		askDoor<PageTemplate[]>(pageId, 'template').then((answer) => {
			if (answer.ok) setTemplates(answer.value);
			else setTrouble(answer.message);
		});
	}, [pageId]);
	const state = trouble || (templates ? wordsOf(templates.length, brief.stories.length) : '正在找近来的好版面…');
	return (
		<Dialog open onOpenChange={onClose} title="版式模板" isWide>
			<p role="status">{state}</p>
			<div className={styles.grid}>
				{templates?.map((template) => (
					<PageThumb
						key={template.versionId}
						made={template}
						name={`${chineseDate(template.date)} ${template.no}版 ${template.name}`}
						note={pageNote(template)}
						onChoose={() => {
							desk.act({ kind: 'template', versionId: template.versionId });
							onClose();
						}}
					/>
				))}
			</div>
		</Dialog>
	);
}

function wordsOf(found: number, stories: number): string {
	return found > 0
		? '按级别一一对应；长短合不上的地方由组版调整。'
		: `近来出版的版面里没有 ${stories} 篇稿件的，出过报就有模板可用。`;
}
