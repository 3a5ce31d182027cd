import styles from './kbd.module.css';

/** A key as it stands on the keyboard. */
export function Kbd({ children }: { children: string }) {
	return <kbd className={styles.kbd}>{children}</kbd>;
}

/** The key of the button or item it stands in; not read aloud as part of its name, `?` lists all keys. */
export function KeyHint({ children }: { children: string }) {
	return (
		<span aria-hidden="true">
			<Kbd>{children}</Kbd>
		</span>
	);
}
