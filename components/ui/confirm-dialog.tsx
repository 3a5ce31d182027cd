'use client';
import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { type ReactNode, useRef } from 'react';
import { Button } from './button';
import { DialogFoot } from './dialog';
import styles from './dialog.module.css';
import { Notice } from './notice';

export interface ConfirmDialogProps {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** Names the act and what it is done to: `出版 2026年11月22日？` */
	title: string;
	/** What will happen, to whom, and whether it can be undone. */
	children: ReactNode;
	/** The verb again. */
	confirm: string;
	pending?: false | string;
	/** Why it did not happen; the dialog stays. */
	error?: string;
	danger?: boolean;
	/** A step on the way that can be mended: Enter takes it. Else the focus waits on 取消. */
	goesOn?: boolean;
	onConfirm: () => void;
}

/** Asks before an act that cannot be taken back. Only its own buttons and Esc close it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
	const { open, onOpenChange, title, children, confirm, pending, error, danger, goesOn, onConfirm } = props;
	const first = useRef<HTMLButtonElement>(null);
	return (
		<Base.Root open={open} onOpenChange={(next) => !pending && onOpenChange(next)}>
			<Base.Portal>
				<Base.Backdrop className={styles.backdrop} />
				<Base.Popup className={styles.popup} initialFocus={first}>
					<Base.Title className={styles.title}>{title}</Base.Title>
					<Base.Description render={<div />} className={styles.description}>
						{children}
					</Base.Description>
					{error && <Notice tone="error">{error}</Notice>}
					<DialogFoot>
						<Button ref={goesOn ? undefined : first} disabled={Boolean(pending)} onClick={() => onOpenChange(false)}>
							取消
						</Button>
						<Button
							ref={goesOn ? first : undefined}
							variant={danger ? 'danger' : 'primary'}
							pending={pending}
							onClick={onConfirm}
						>
							{confirm}
						</Button>
					</DialogFoot>
				</Base.Popup>
			</Base.Portal>
		</Base.Root>
	);
}
