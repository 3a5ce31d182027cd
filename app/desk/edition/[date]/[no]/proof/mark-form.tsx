'use client';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import { circled, markKindNames } from '@/lib/edition/proof/mark';
import { type MarkKind, markKinds } from '@/lib/edition/proof/schema';
import type { Grid, Rect } from '@/lib/makeup/sheet';
import { createMarkAction, removeMarkAction } from './actions';
import { rectOf, useDrawing } from './drawing';
import { FrameFields, LayoutPlace, partsOf } from './layout-fields';
import { type PlaceChoice, pickedOf, type StoryChoice } from './picked';
import styles from './proof.module.css';

interface MarkFormProps {
	pageId: string;
	number: number;
	stories: readonly StoryChoice[];
	grid: Grid;
}

/** The mark at hand; words selected on the sheet fill it in, a keyboard does it field by field. */
interface Draft {
	kind: MarkKind;
	articleId: string;
	place: number;
	exact: string;
	/** Of a layout mark: which part of the story. */
	part: number;
	/** Which of several places where these words stand. */
	nth: number;
	right: string;
	note: string;
}

const empty: Draft = { kind: 'replace', articleId: '', place: 0, part: 0, exact: '', nth: 0, right: '', note: '' };

export function MarkForm({ pageId, number, stories, grid }: MarkFormProps) {
	const [draft, setDraft] = useState<Draft>({ ...empty, articleId: stories[0]?.id ?? '' });
	const form = useRef<HTMLFormElement>(null);
	const create = useAction(createMarkAction);
	const remove = useAction(removeMarkAction);
	const { show } = useToast();
	const { frame, draw } = useDrawing();
	const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
	usePicking(stories, (part) => {
		create.clear();
		change(part);
	});
	useShortcut('m', '画校对符号', () => form.current?.querySelector('select')?.focus());
	const story = stories.find(({ id }) => id === draft.articleId);
	const place = story?.places[draft.place];
	const found = placesOf(place, draft.exact);
	const takeBack = (id: string) => remove.run({ id }, undefined, ({ message }) => show({ message, tone: 'error' }));
	const submit = () =>
		create.run(
			toInput({ pageId, number, frame: frame && rectOf(frame, grid) }, draft, story, found),
			({ id, number: made }) => {
				draw(undefined);
				setDraft({ ...draft, exact: '', right: '', note: '', nth: 0 });
				show({ message: `已画 ${circled(made)} ${markKindNames[draft.kind]}`, undo: () => takeBack(id) });
			},
		);
	return (
		<form
			ref={form}
			className={styles.form}
			aria-label="画校对符号"
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
		>
			<MarkFields
				draft={draft}
				change={change}
				stories={stories}
				grid={grid}
				found={found}
				fields={create.error?.fields ?? {}}
			/>
			{create.error && <Notice tone="error">{create.error.message}</Notice>}
			<Button type="submit" variant="primary" pending={create.pending && '正在画…'}>
				画上
			</Button>
		</form>
	);
}

interface MarkFieldsProps {
	draft: Draft;
	change: (part: Partial<Draft>) => void;
	stories: readonly StoryChoice[];
	grid: Grid;
	found: readonly number[];
	fields: Record<string, string>;
}

function MarkFields(props: MarkFieldsProps) {
	const { draft, change, stories, grid, fields } = props;
	const { kind } = draft;
	const isText = kind !== 'layout' && draft.articleId !== '';
	return (
		<>
			<Field label="符号" error={fields.kind}>
				<Select value={kind} onChange={(event) => change({ kind: event.target.value as MarkKind })}>
					{markKinds.map((one) => (
						<option key={one} value={one}>
							{markKindNames[one]}
						</option>
					))}
				</Select>
			</Field>
			<Field label="稿件" error={fields.articleId}>
				<Select
					value={draft.articleId}
					onChange={(event) => change({ articleId: event.target.value, place: 0, part: 0, nth: 0 })}
				>
					{stories.map(({ id, title }) => (
						<option key={id} value={id}>
							{title}
						</option>
					))}
					<option value="">整版、报头报眉</option>
				</Select>
			</Field>
			{isText && <TextFields {...props} />}
			{kind === 'layout' && draft.articleId !== '' && (
				<LayoutPlace
					story={stories.find(({ id }) => id === draft.articleId)}
					part={draft.part}
					onChange={(part) => change({ part })}
				/>
			)}
			{kind === 'layout' && draft.articleId === '' && <FrameFields grid={grid} error={fields.box} />}
			<Field label="说明" hint={isText && kind !== 'query' ? '可以不填' : undefined} error={fields.note}>
				<TextInput value={draft.note} maxLength={300} onChange={(event) => change({ note: event.target.value })} />
			</Field>
		</>
	);
}

/** Which words, where, and what is to stand there. */
function TextFields({ draft, change, stories, found, fields }: MarkFieldsProps) {
	const { kind, exact } = draft;
	const places = stories.find(({ id }) => id === draft.articleId)?.places ?? [];
	const hint = exact === '' ? '在样上选中文字，或在这里照样输入' : foundWords(found);
	return (
		<>
			<Field label="位置">
				<Select value={draft.place} onChange={(event) => change({ place: Number(event.target.value), nth: 0 })}>
					{places.map(({ label, place, block, figureId }, index) => (
						<option key={`${place} ${block} ${figureId}`} value={index}>
							{label}
						</option>
					))}
				</Select>
			</Field>
			<Field label={kind === 'insert' ? '插在哪些字之后' : '错处'} hint={hint} error={fields.exact}>
				<TextInput value={exact} onChange={(event) => change({ exact: event.target.value, nth: 0 })} />
			</Field>
			{found.length > 1 && (
				<Field label="第几处">
					<Select value={draft.nth} onChange={(event) => change({ nth: Number(event.target.value) })}>
						{found.map((at, index) => (
							<option key={at} value={index}>
								第 {index + 1} 处
							</option>
						))}
					</Select>
				</Field>
			)}
			{kind !== 'delete' && kind !== 'query' && (
				<Field label={kind === 'insert' ? '增补的字' : '改成'} error={fields.right}>
					<TextInput value={draft.right} onChange={(event) => change({ right: event.target.value })} />
				</Field>
			)}
		</>
	);
}

const foundWords = ({ length }: readonly number[]) =>
	length === 0 ? '这一处没有这些字' : length === 1 ? '找到 1 处' : `有 ${length} 处，请选是第几处`;

/** Where the words stand in the text of the place. */
function placesOf(place: PlaceChoice | undefined, exact: string): number[] {
	const found: number[] = [];
	if (!place || exact === '') return found;
	for (let at = place.text.indexOf(exact); at >= 0; at = place.text.indexOf(exact, at + 1)) found.push(at);
	return found;
}

function toInput(
	{ pageId, number, frame: box }: { pageId: string; number: number; frame: Rect | undefined },
	draft: Draft,
	story: StoryChoice | undefined,
	found: number[],
) {
	const { kind, note } = draft;
	const base = { id: pageId, number, kind, note };
	const place = story?.places[draft.place];
	if (!story || !place) return { ...base, articleId: null, place: 'page' as const, ...(box && { box }) };
	if (kind === 'layout') {
		const { place: part, figureId } = partsOf(story)[draft.part] ?? { place: 'page' as const, figureId: null };
		return { ...base, articleId: story.id, place: part, figureId };
	}
	const { block, figureId } = place;
	const start = found[draft.nth] ?? 0;
	const isInsert = kind === 'insert';
	return {
		...{ ...base, articleId: draft.articleId, place: place.place, block, figureId, right: draft.right },
		// What is not found is sent as it is: the answer says so.
		position: isInsert ? start + (found.length > 0 ? draft.exact.length : 0) : start,
		exact: isInsert && found.length > 0 ? '' : draft.exact,
	};
}

/** Words selected on the sheet. */
function usePicking(stories: readonly StoryChoice[], onPick: (part: Partial<Draft>) => void): void {
	const latest = useRef({ stories, onPick });
	useEffect(() => {
		latest.current = { stories, onPick };
	});
	useEffect(() => {
		const listen = () => {
			const selection = document.getSelection();
			const picked = selection && pickedOf(selection, latest.current.stories);
			if (!picked) return;
			const { articleId, place, exact, position } = picked;
			const choice = latest.current.stories.find(({ id }) => id === articleId)?.places[place];
			latest.current.onPick({ articleId, place, exact, nth: Math.max(0, placesOf(choice, exact).indexOf(position)) });
		};
		document.addEventListener('pointerup', listen);
		document.addEventListener('keyup', listen);
		return () => {
			document.removeEventListener('pointerup', listen);
			document.removeEventListener('keyup', listen);
		};
	}, []);
}
