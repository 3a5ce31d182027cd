'use client';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { KeyHint } from './kbd';

/** `primary` is the one act a screen is for; `danger` takes something away from readers or colleagues. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

interface Look {
	variant?: ButtonVariant;
	/** The key that does the same, shown beside the verb: `C`. */
	shortcut?: string;
	/** Said while the act runs; the button stays focused and takes no further press. */
	pending?: false | string;
	children: ReactNode;
}

export interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'children'> {}

/** A button named by a verb. It keeps the focus while its act runs. */
export function Button({ variant = 'plain', shortcut, pending = false, children, onClick, ...rest }: ButtonProps) {
	return (
		<button
			type="button"
			{...rest}
			className={classOf(variant)}
			aria-disabled={pending ? true : rest['aria-disabled']}
			aria-busy={pending ? true : undefined}
			onClick={pending ? (event) => event.preventDefault() : onClick}
		>
			{pending || children}
			{shortcut && !pending && <KeyHint>{shortcut}</KeyHint>}
		</button>
	);
}

export interface ButtonLinkProps extends Omit<Look, 'pending'>, Omit<ComponentProps<typeof Link>, 'children'> {}

/** A link that stands where a button would. */
export function ButtonLink({ variant = 'plain', shortcut, children, ...rest }: ButtonLinkProps) {
	return (
		<Link prefetch={false} {...rest} className={classOf(variant)}>
			{children}
			{shortcut && <KeyHint>{shortcut}</KeyHint>}
		</Link>
	);
}

function classOf(variant: ButtonVariant): string {
	return `${styles.button} ${styles[variant]}`;
}
