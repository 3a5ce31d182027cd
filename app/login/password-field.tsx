'use client';
import { useId, useState } from 'react';

interface PasswordFieldProps {
	label: string;
	name: string;
	autoComplete: 'current-password' | 'new-password';
	hint?: string;
	error?: string;
}

/** A password that its writer may look at. */
export function PasswordField({ label, name, autoComplete, hint, error }: PasswordFieldProps) {
	const [shown, setShown] = useState(false);
	const id = useId();
	return (
		<div className="door-field">
			<label htmlFor={id}>{label}</label>
			<div className="door-password">
				<input
					id={id}
					name={name}
					type={shown ? 'text' : 'password'}
					autoComplete={autoComplete}
					autoCapitalize="none"
					spellCheck={false}
					maxLength={500}
					aria-describedby={`${id}-hint`}
					aria-invalid={error ? true : undefined}
					required
				/>
				<button type="button" aria-label={shown ? '隐藏密码' : '显示密码'} onClick={() => setShown(!shown)}>
					{shown ? '隐藏' : '显示'}
				</button>
			</div>
			<p id={`${id}-hint`} className={error ? 'door-error' : 'door-hint'} role={error ? 'alert' : undefined}>
				{error || hint}
			</p>
		</div>
	);
}
