'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { Hit } from '@/lib/check/check';
import styles from './check-panel.module.css';
import type { CheckStore, Checks } from './check-store';

interface CheckHitProps {
	hit: Hit;
	/** 主题, 署名, 正文 */
	place: string;
	isPresent: boolean;
	/** A key has asked for the reason of an 忽略. */
	isAsking: boolean;
	canChange: boolean;
	may: Checks['may'];
	store: CheckStore;
}

/** Rules about words: what they mark may be a word of this newsroom's own. */
const wordRules = new Set([
	'confusable',
	'misheard',
	'idiom',
	'variant',
	'particle',
	'place',
	'measure-word',
	'doubled-word',
]);
const suggestionsShown = 3;

/** One hit: what stands there, why it is doubted and by which rule, and what to do with it. */
export function CheckHit({ hit, place, isPresent, isAsking, canChange, may, store }: CheckHitProps) {
	const [isOpen, setOpen] = useState(false);
	const [refusal, setRefusal] = useState<string>();
	const id = useId();
	const asks = isOpen || isAsking;
	const close = () => {
		store.asking = undefined;
		setOpen(false);
	};
	const [first] = hit.suggestions;
	const fitsDictionary = wordRules.has(hit.rule) && hit.text.length >= 2 && hit.text.length <= 40;
	return (
		<article className={styles.hit} aria-current={isPresent || undefined} aria-labelledby={id}>
			<button type="button" id={id} className={styles.place} onClick={() => store.acts?.goTo(hit)}>
				<span className={styles.where}>{place}</span>
				<q className={styles[hit.severity]}>{shortened(hit.text)}</q>
				{first !== undefined && <span> → {first === '' ? '删去' : shortened(first)}</span>}
			</button>
			<p className={styles.message}>{hit.message}</p>
			<p className={styles.source}>依据：{hit.source}</p>
			<div className={styles.acts}>
				{canChange &&
					hit.suggestions.slice(0, suggestionsShown).map((suggestion, index) => (
						<Button
							key={suggestion}
							aria-keyshortcuts={isPresent && index === 0 ? 'F9' : undefined}
							onClick={() => store.acts?.accept(hit, suggestion)}
						>
							{index === 0 ? '采纳' : `改为${suggestion === '' ? '空' : shortened(suggestion)}`}
						</Button>
					))}
				{may.ignore && (
					<Button variant="quiet" aria-expanded={asks} onClick={() => (asks ? close() : setOpen(true))}>
						忽略
					</Button>
				)}
				{may.addWords && fitsDictionary && (
					<Button variant="quiet" onClick={async () => setRefusal(await store.acts?.addWord(hit.text))}>
						加入词典
					</Button>
				)}
			</div>
			{refusal && (
				<p role="alert" className={styles.refusal}>
					{refusal}
				</p>
			)}
			{asks && <ReasonForm hit={hit} store={store} onClose={close} />}
		</article>
	);
}

const longestShown = 24;

function shortened(text: string): string {
	const line = text.replace(/\n/g, ' ');
	return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
}

const usualReasons = ['引语原文如此', '专名如此', '有意这样写', '核对无误'];

interface ReasonFormProps {
	hit: { rule: string; key: string };
	store: CheckStore;
	onClose: () => void;
}

/** Why a hit is let stand: one of the usual reasons, or words. It goes into the record. */
export function ReasonForm({ hit, store, onClose }: ReasonFormProps) {
	const [reason, setReason] = useState('');
	const [refusal, setRefusal] = useState<string>();
	const form = useRef<HTMLFormElement>(null);
	useEffect(() => form.current?.querySelector('input')?.focus(), []);
	const send = async (words: string) => {
		const answer = words.trim() === '' ? '请写明为什么不算错。' : await store.acts?.ignore(hit, words);
		setRefusal(answer);
		if (!answer) onClose();
	};
	return (
		<form
			ref={form}
			className={styles.reason}
			onSubmit={(event) => {
				event.preventDefault();
				void send(reason);
			}}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.preventDefault();
				onClose();
			}}
		>
			<Field label="忽略的理由" error={refusal}>
				<TextInput value={reason} maxLength={100} onChange={(event) => setReason(event.target.value)} />
			</Field>
			<div className={styles.acts}>
				<Button type="submit" variant="primary">
					忽略
				</Button>
				{usualReasons.map((words) => (
					<Button key={words} variant="quiet" onClick={() => send(words)}>
						{words}
					</Button>
				))}
			</div>
		</form>
	);
}
