'use client';
import { Dialog } from '@base-ui/react/dialog';
import { type RefObject, useEffect, useRef } from 'react';
import type { Command } from './command';
import styles from './palette.module.css';
import { PaletteBox } from './palette-box';
import type { SearchDesk } from './use-desk-search';

export interface PaletteProps {
	/** Whose recent things are shown. */
	userId: string;
	search: SearchDesk;
	/** What can be done from here; closed without. */
	commands: readonly Command[] | undefined;
	onClose: () => void;
}

/** The palette as a dialog. What is chosen happens once it has closed and given the focus back. */
export function Palette({ userId, search, commands, onClose }: PaletteProps) {
	const chosen = useRef<() => void>(undefined);
	return (
		<Dialog.Root open={commands !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
			<Dialog.Portal>
				<Dialog.Backdrop className={styles.backdrop} />
				<Dialog.Popup className={styles.popup}>
					<Afterwards act={chosen} />
					<Dialog.Title className="visually-hidden">搜索和命令</Dialog.Title>
					{commands && (
						<PaletteBox
							userId={userId}
							search={search}
							commands={commands}
							onChoose={(run) => {
								chosen.current = run;
								onClose();
							}}
						/>
					)}
				</Dialog.Popup>
			</Dialog.Portal>
		</Dialog.Root>
	);
}

/** Does what was chosen when the dialog is gone: the focus goes back first, and what is done may move it. */
function Afterwards({ act }: { act: RefObject<(() => void) | undefined> }) {
	useEffect(
		() => () => {
			setTimeout(() => {
				const run = act.current;
				act.current = undefined;
				run?.();
			});
		},
		[act],
	);
	return null;
}
