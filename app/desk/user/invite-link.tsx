'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import styles from './person.module.css';

interface InviteLinkProps {
	name: string;
	path: string;
	/** How long the link is good for. */
	hours: number;
}

/** A one-time link, shown this once, to be handed to its owner. */
export function InviteLink({ name, path, hours }: InviteLinkProps) {
	const box = useRef<HTMLDivElement>(null);
	const [copied, setCopied] = useState(false);
	const url = new URL(path, window.location.origin).href;
	useEffect(() => box.current?.querySelector('button')?.focus(), []);

	async function copy() {
		const input = box.current?.querySelector('input');
		input?.select();
		// Over plain http there is no clipboard; the text stands selected to be copied by key.
		await navigator.clipboard?.writeText(url);
		setCopied(Boolean(navigator.clipboard));
	}

	return (
		<section className={styles.invite} aria-label="设置密码的链接">
			<p>
				把这条链接发给{name}本人，用它设置密码。链接 {hours} 小时内有效，只能用一次；
				<strong>离开本页后不再显示。</strong>
			</p>
			<div ref={box} className={styles.link}>
				<Field label="链接" hideLabel>
					<TextInput value={url} readOnly onFocus={(event) => event.currentTarget.select()} />
				</Field>
				<Button variant="primary" onClick={copy}>
					复制链接
				</Button>
			</div>
			<p className={styles.note} role="status">
				{copied && '已复制。'}
			</p>
		</section>
	);
}
