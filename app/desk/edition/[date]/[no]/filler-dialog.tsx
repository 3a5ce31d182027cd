'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { countWords } from '@/lib/text';
import styles from './item-dialog.module.css';
import type { PageDesk } from './use-page-desk';

/** 补白: small texts of the house where copy is short. */
export function FillerDialog({ desk, onClose }: { desk: PageDesk; onClose: () => void }) {
	const { fillers } = desk.page.design;
	const [headline, setHeadline] = useState('');
	const [text, setText] = useState('');
	return (
		<Dialog open onOpenChange={onClose} title="补白" description="随版面走的小文，不进稿库，读者看得到，点不开。">
			<ul className={styles.items}>
				{fillers.map((filler) => (
					<li key={filler.id} className={styles.item}>
						<span className={styles.name}>{`《${filler.headline}》${countWords(filler.text)} 字`}</span>
						<Button
							variant="quiet"
							aria-label={`撤下《${filler.headline}》`}
							onClick={() => desk.act({ kind: 'removeFiller', id: filler.id })}
						>
							撤下
						</Button>
					</li>
				))}
			</ul>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					desk.act({ kind: 'filler', filler: { id: `filler-${Date.now()}`, headline, text } });
					onClose();
				}}
			>
				<Field label="标题">
					<TextInput required maxLength={40} value={headline} onChange={({ target }) => setHeadline(target.value)} />
				</Field>
				<Field label="正文" hint={`${countWords(text)} 字`}>
					<TextArea required rows={5} maxLength={1000} value={text} onChange={({ target }) => setText(target.value)} />
				</Field>
				<DialogFoot>
					<Button type="submit" variant="primary">
						加补白
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}
