'use client';
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
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
