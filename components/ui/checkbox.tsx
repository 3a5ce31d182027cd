import type { ComponentProps, ReactNode } from 'react';
import styles from './checkbox.module.css';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'className'> {
	children: ReactNode;
}

/** A choice of yes or no, with its label. */
export function Checkbox({ children, ...props }: CheckboxProps) {
	return (
		<label className={styles.label}>
			<input type="checkbox" {...props} className={styles.box} />
			{children}
		</label>
	);
}
