'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog';
import type { Stretch } from '@/lib/article/align';
import type { ContentField } from '@/lib/article/merge';
import type { ArticleContent } from '@/lib/article/schema';
import { dayAndTime } from '@/lib/time';
import type { Choices } from './choices';
import { type Choice, compareContents, mergeContents } from './compare';
import styles from './conflict.module.css';
import { fieldNames, fieldText, stretchText } from './conflict-text';
import type { Theirs } from './send-article';

interface ConflictDialogProps {
	mine: ArticleContent;
	theirs: Theirs;
	choices: Choices;
	open: boolean;
	onOpenChange: (open: boolean) => void;
	onMine: () => void;
	onTheirs: () => void;
	onMerge: (merged: ArticleContent) => void;
}

/** Two versions of one article side by side: nothing is lost before the writer has chosen. */
export function ConflictDialog(props: ConflictDialogProps) {
	const { theirs, open, onOpenChange } = props;
	return (
		<Base.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal>
			<Base.Portal>
				<Base.Backdrop className={styles.backdrop} />
				<Base.Popup className={styles.popup}>
					<Base.Title className={styles.title}>这篇稿件有两个版本</Base.Title>
					<Base.Description className={styles.description}>
						{theirs.actorName} 在 {dayAndTime(new Date(theirs.savedAt))}{' '}
						保存了另一版。您写的一个字也没有丢。不同的地方列在下面，逐处选用，或整篇选用一方。
					</Base.Description>
					<Comparison {...props} />
				</Base.Popup>
			</Base.Portal>
		</Base.Root>
	);
}

function Comparison({ mine, theirs, choices, onOpenChange, onMine, onTheirs, onMerge }: ConflictDialogProps) {
	const { fields, stretches } = compareContents(mine, theirs.content);
	const [fieldChoices, setFieldChoices] = useState<Partial<Record<ContentField, Choice>>>({});
	const [stretchChoices, setStretchChoices] = useState<Record<number, Choice>>({});
	const merge = () => onMerge(mergeContents(mine, theirs.content, { fields: fieldChoices, stretches: stretchChoices }));
	return (
		<>
			<div className={styles.table}>
				{fields.map((field) => (
					<Difference
						key={field}
						name={fieldNames[field]}
						mine={fieldText(field, mine, choices)}
						theirs={fieldText(field, theirs.content, choices)}
						choice={fieldChoices[field] ?? 'mine'}
						onChoose={(choice) => setFieldChoices({ ...fieldChoices, [field]: choice })}
					/>
				))}
				{stretches.map((stretch, index) => (
					<StretchView
						// biome-ignore lint/suspicious/noArrayIndexKey: stretches are told apart by their order
						key={index}
						stretch={stretch}
						name={`正文第 ${index + 1} 处`}
						choice={stretchChoices[index] ?? 'mine'}
						onChoose={(choice) => setStretchChoices({ ...stretchChoices, [index]: choice })}
					/>
				))}
			</div>
			<DialogFoot>
				<Button variant="quiet" onClick={() => onOpenChange(false)}>
					先不处理，继续写
				</Button>
				<Button onClick={onTheirs}>全用对方的</Button>
				<Button onClick={onMine}>全用我的（另存为新版本）</Button>
				<Button variant="primary" onClick={merge}>
					按所选合并保存
				</Button>
			</DialogFoot>
		</>
	);
}

interface ChoiceProps {
	name: string;
	choice: Choice;
	onChoose: (choice: Choice) => void;
}

function StretchView({ stretch, ...choice }: ChoiceProps & { stretch: Stretch }) {
	if ('same' in stretch) return <p className={styles.same}>…… 相同的 {stretch.same.length} 段 ……</p>;
	return <Difference mine={stretchText(stretch.mine)} theirs={stretchText(stretch.theirs)} canBoth {...choice} />;
}

interface DifferenceProps extends ChoiceProps {
	mine: string;
	theirs: string;
	/** Both can stand one after the other. */
	canBoth?: boolean;
}

const choiceNames: Record<Choice, string> = { mine: '用我的', theirs: '用对方的', both: '两段都要' };

function Difference({ name, mine, theirs, choice, canBoth, onChoose }: DifferenceProps) {
	const group = useId();
	const offered: Choice[] = canBoth ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
	return (
		<fieldset className={styles.difference}>
			<legend>{name}</legend>
			<Side title="我的" text={mine} isTaken={choice !== 'theirs'} />
			<Side title="对方的" text={theirs} isTaken={choice !== 'mine'} />
			<div className={styles.choices}>
				{offered.map((one) => (
					<label key={one}>
						<input type="radio" name={group} checked={choice === one} onChange={() => onChoose(one)} />
						{choiceNames[one]}
					</label>
				))}
			</div>
		</fieldset>
	);
}

function Side({ title, text, isTaken }: { title: string; text: string; isTaken: boolean }) {
	return (
		<div className={styles.side} data-taken={isTaken || undefined}>
			<h3>
				{title}
				{text !== '' && (
					<Button variant="quiet" onClick={() => void navigator.clipboard?.writeText(text)}>
						复制
					</Button>
				)}
			</h3>
			<p className={styles.text}>{text || '（没有）'}</p>
		</div>
	);
}
