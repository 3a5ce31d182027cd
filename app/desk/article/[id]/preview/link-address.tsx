'use client';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import styles from './preview.module.css';

/** The address of a link, to be copied. */
export function LinkAddress({ url }: { url: string }) {
	const box = useRef<HTMLDivElement>(null);
	const [copied, setCopied] = useState(false);

	async function copy() {
		box.current?.querySelector('input')?.select();
		// Over plain http there is no clipboard; the text stands selected to be copied by key.
		await navigator.clipboard?.writeText(url);
		setCopied(Boolean(navigator.clipboard));
	}

	return (
		<>
			<div ref={box} className={styles.address}>
				<Field label="链接" hideLabel>
					<TextInput value={url} readOnly onFocus={(event) => event.currentTarget.select()} />
				</Field>
				<Button onClick={copy}>复制链接</Button>
			</div>
			<p className={styles.quiet} role="status">
				{copied && '已复制。'}
			</p>
		</>
	);
}
