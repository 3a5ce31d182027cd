'use client';
import { type ReactNode, useState } from 'react';
import { useCommands } from '@/components/desk/commands';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog, DialogFoot } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { useAction } from '@/components/ui/use-action';
import type { ActionResult } from '@/lib/action';
import type { ReturnTarget } from '@/lib/workflow/rules';
import { type ActName, type ArticleAct, articleActs } from './acts';
import styles from './editor.module.css';
import { ReturnDialog, type ReturnWords } from './return-dialog';

type Door<Input> = (input: Input) => Promise<ActionResult<unknown>>;
interface Seen {
	id: string;
	/** The revision on the screen. */
	revision: number;
}

/** Of acts beside the main one, how many stand as buttons; the rest is in a menu. */
const mostButtons = 3;

type SignName = 'signFirst' | 'signSecond' | 'signOff' | 'signOffOnline';

/** The server's action behind each act. */
export interface ActDoors
	extends Record<Exclude<ActName, SignName | 'hold' | 'return' | 'withdraw'>, Door<Seen>>,
		Record<SignName, Door<Seen & { flag?: string }>>,
		Record<'hold', Door<Seen & { note: string }>> {
	return: Door<Seen & ReturnWords>;
	withdraw: Door<{ id: string; note: string }>;
}

/** What the actor says with an act, as far as it asks for it. */
export interface ActWords {
	note?: string;
	return?: ReturnWords;
	/** Why he signs what he wrote or signed before. */
	flag?: string;
}

function callDoor(doors: ActDoors, act: ActName, seen: Seen, words: ActWords): Promise<ActionResult<unknown>> {
	const { note = '', flag } = words;
	switch (act) {
		case 'return':
			return doors.return({ ...seen, ...(words.return ?? { note, reason: 'other', returnTo: null }) });
		case 'hold':
			return doors.hold({ ...seen, note });
		case 'withdraw':
			return doors.withdraw({ id: seen.id, note });
		case 'signFirst':
		case 'signSecond':
		case 'signOff':
		case 'signOffOnline':
			return doors[act]({ ...seen, ...(flag && { flag }) });
		default:
			return doors[act](seen);
	}
}

interface ActBarProps {
	id: string;
	/** 《…》, as the dialogs name the article. */
	title: string;
	may: Partial<Record<ActName, boolean>>;
	/** Whom it can be returned to. */
	returnTargets: readonly ReturnTarget[];
	/** Why this person should not sign it, where the paper lets him for a reason that he states. */
	separation?: string;
	/** Saves what is written and answers its revision, or why it cannot. */
	settle: () => Promise<ActionResult<number>>;
	doors: ActDoors;
}

/** What may be done with the article now, each after a question that names what will happen. */
export function ActBar({ id, title, may, returnTargets, separation, settle, doors }: ActBarProps) {
	const [open, setOpen] = useState<ArticleAct>();
	const offered = articleActs.filter((act) => may[act.name]);
	const main = offered.find((act) => act.isMain);
	const { show } = useToast();
	const { run, pending, error, clear } = useAction(async ({ act, words }: { act: ActName; words: ActWords }) => {
		const settled = await settle();
		if (!settled.ok) return settled;
		return callDoor(doors, act, { id, revision: settled.value }, words);
	});
	const close = () => {
		setOpen(undefined);
		clear();
	};
	const perform = (act: ArticleAct, words: ActWords = {}) =>
		run(
			{ act: act.name, words },
			() => {
				close();
				const back = articleActs.find((other) => other.name === act.undo);
				const message = `已${act.verb}${title}`;
				show({ message, ...(back && { undo: () => perform(back) }) });
			},
			// Where no dialog stands to say it.
			({ message }) => !asksFor(act) && show({ message, tone: 'error' }),
		);
	const asksFor = (act: ArticleAct) => !act.undo || (act.name.startsWith('sign') && separation !== undefined);
	const begin = (act: ArticleAct) => (asksFor(act) ? setOpen(act) : perform(act));
	useCommands(offered.map((act) => ({ name: act.verb, keys: keysOf(act, main), run: () => begin(act) })));
	if (offered.length === 0) return null;
	const shown = offered.filter((act) => act === main || !act.isDanger).slice(0, mostButtons);
	const rest = offered.filter((act) => !shown.includes(act));
	const asked = open && { act: open, title, pending, error, onClose: close, onConfirm: perform };
	return (
		<div className={styles.acts}>
			{offered.map((act) => {
				const keys = keysOf(act, main);
				return keys && <ActKey key={act.name} keys={keys} verb={act.verb} onPress={() => begin(act)} />;
			})}
			{shown.map((act) => (
				<Button
					key={act.name}
					variant={act === main ? 'primary' : 'plain'}
					shortcut={act === main ? 'Ctrl+Shift+↵' : undefined}
					pending={act.undo && pending && `正在${act.verb}…`}
					onClick={() => begin(act)}
				>
					{act.verb}
				</Button>
			))}
			{rest.length > 0 && (
				<Menu trigger={<Button>更多</Button>}>
					{rest.map((act) => (
						<MenuItem key={act.name} danger={act.isDanger} onSelect={() => begin(act)}>
							{act.verb}
						</MenuItem>
					))}
				</Menu>
			)}
			{asked && <ActDialog {...asked} returnTargets={returnTargets} separation={separation} />}
		</div>
	);
}

export interface AskProps {
	act: ArticleAct;
	title: string;
	pending: boolean;
	error: { message: string; fields: Record<string, string> } | undefined;
	onClose: () => void;
	onConfirm: (act: ArticleAct, words?: ActWords) => void;
}

function ActDialog({
	returnTargets,
	separation,
	...asked
}: AskProps & Pick<ActBarProps, 'returnTargets' | 'separation'>) {
	const { act } = asked;
	if (act.name === 'return') return <ReturnDialog {...asked} targets={returnTargets} />;
	if (act.name.startsWith('sign') && separation) {
		return (
			<NoteDialog
				{...asked}
				act={{ ...act, consequence: `${separation}。${act.consequence}` }}
				note="由您签的理由（记录里标红）"
				field="flag"
			/>
		);
	}
	return act.note ? <NoteDialog {...asked} note={act.note} field="note" /> : <AskDialog {...asked} />;
}

function AskDialog({ act, title, pending, error, onClose, onConfirm }: AskProps): ReactNode {
	return (
		<ConfirmDialog
			open
			onOpenChange={onClose}
			title={`${act.verb}${title}？`}
			confirm={act.verb}
			goesOn={act.isMain || act.keys !== undefined}
			pending={pending && `正在${act.verb}…`}
			error={error?.message}
			danger={act.isDanger}
			onConfirm={() => onConfirm(act)}
		>
			<p>{act.consequence}</p>
		</ConfirmDialog>
	);
}

function NoteDialog({
	act,
	title,
	note,
	field,
	pending,
	error,
	onClose,
	onConfirm,
}: AskProps & { note: string; field: 'note' | 'flag' }): ReactNode {
	const [text, setText] = useState('');
	const noteError = error?.fields[field];
	return (
		<Dialog open onOpenChange={() => !pending && onClose()} title={`${act.verb}${title}`} description={act.consequence}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					onConfirm(act, { [field]: text });
				}}
			>
				<Field label={note} error={noteError}>
					<TextArea value={text} maxLength={500} required onChange={(event) => setText(event.target.value)} />
				</Field>
				{error && !noteError && <Notice tone="error">{error.message}</Notice>}
				<DialogFoot>
					<Button disabled={pending} onClick={onClose}>
						取消
					</Button>
					<Button type="submit" variant={act.isDanger ? 'danger' : 'primary'} pending={pending && `正在${act.verb}…`}>
						{act.verb}
					</Button>
				</DialogFoot>
			</form>
		</Dialog>
	);
}

/** Ctrl+Shift+Enter does the main act; others have keys of their own. */
function keysOf(act: ArticleAct, main: ArticleAct | undefined): string | undefined {
	return act === main ? 'Ctrl+Shift+Enter' : act.keys;
}

/** The key of an act, from inside the text too. */
function ActKey({ keys, verb, onPress }: { keys: string; verb: string; onPress: () => void }) {
	useShortcut(keys, verb, onPress);
	return null;
}
