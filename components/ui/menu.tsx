'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import styles from './menu.module.css';

interface MenuProps {
	/** The button that opens it, a Button with its label. */
	trigger: ReactElement;
	children: ReactNode;
}

/** Acts that are too many for the row they belong to. Opens inside the main landmark, not behind the page. */
export function Menu({ trigger, children }: MenuProps) {
	return (
		<Base.Root>
			<Base.Trigger render={trigger} />
			<Base.Portal container={typeof document === 'undefined' ? undefined : document.getElementById('main')}>
				<Base.Positioner className={styles.positioner} align="end" sideOffset={4}>
					<Base.Popup className={styles.popup}>{children}</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}

interface MenuAtProps {
	/** What it opens beside; closed without. */
	anchor: Element | undefined;
	label: string;
	onClose: () => void;
	/** Takes the focus back where one was. */
	onClosed: () => void;
	children: ReactNode;
}

/** A menu that no button of its own opens: a key does, or a handle. */
export function MenuAt({ anchor, label, onClose, onClosed, children }: MenuAtProps) {
	const popup = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (!anchor) return;
		// Once the menu has taken the focus for itself.
		const frame = requestAnimationFrame(() => popup.current?.querySelector<HTMLElement>(firstItem)?.focus());
		return () => cancelAnimationFrame(frame);
	}, [anchor]);
	return (
		<Base.Root open={anchor !== undefined} onOpenChange={(open) => !open && onClose()} modal={false}>
			<Base.Portal container={typeof document === 'undefined' ? undefined : document.getElementById('main')}>
				<Base.Positioner className={styles.positioner} anchor={anchor} side="bottom" align="start" sideOffset={4}>
					<Base.Popup
						ref={popup}
						className={styles.popup}
						aria-label={label}
						finalFocus={() => {
							onClosed();
							return false;
						}}
					>
						{children}
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}

const firstItem = '[role="menuitem"]:not([data-disabled])';

/** Items that belong together, under their heading. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
	return (
		<Base.Group>
			<Base.GroupLabel className={styles.label}>{label}</Base.GroupLabel>
			{children}
		</Base.Group>
	);
}

interface MenuItemProps {
	onSelect: () => void;
	danger?: boolean;
	disabled?: boolean;
	children: ReactNode;
}

export function MenuItem({ onSelect, danger, disabled, children }: MenuItemProps) {
	return (
		<Base.Item className={`${styles.item} ${danger ? styles.danger : ''}`} disabled={disabled} onClick={onSelect}>
			{children}
		</Base.Item>
	);
}

export function MenuRule() {
	return <Base.Separator className={styles.rule} />;
}
