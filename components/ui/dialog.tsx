'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import styles from './dialog.module.css';

export interface DialogProps {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	title: string;
	/** One sentence under the title. */
	description?: ReactNode;
	/** For what would be too long in a column. */
	isWide?: boolean;
	children: ReactNode;
}

const fields = 'input:not([type="hidden"]), textarea, select';

/** A modal over the screen: keeps the focus inside, gives it back on closing, closes on Esc. */
export function Dialog({ open, onOpenChange, title, description, isWide, children }: DialogProps) {
	const popup = useRef<HTMLDivElement>(null);
	// A finger would call up the keyboard over the dialog; a key wants the first thing to fill in, else what does no harm: 取消.
	const firstField = (by: string) => {
		const found = by === 'touch' ? null : popup.current?.querySelector<HTMLElement>(fields);
		return found ?? popup.current?.querySelector<HTMLElement>('footer button') ?? true;
	};
	return (
		<Base.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal>
			<Base.Portal>
				<Base.Backdrop className={styles.backdrop} />
				<Base.Popup ref={popup} className={`${styles.popup} ${isWide ? styles.wide : ''}`} initialFocus={firstField}>
					<header className={styles.head}>
						<Base.Title className={styles.title}>{title}</Base.Title>
						<Base.Close className={styles.close} aria-label="关闭">
							<span aria-hidden="true">×</span>
						</Base.Close>
					</header>
					{description && <Base.Description className={styles.description}>{description}</Base.Description>}
					{children}
				</Base.Popup>
			</Base.Portal>
		</Base.Root>
	);
}

/** The row of buttons at the foot of a dialog. */
export function DialogFoot({ children }: { children: ReactNode }) {
	return <footer className={styles.foot}>{children}</footer>;
}
