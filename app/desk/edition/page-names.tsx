'use client';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import styles from './plan-form.module.css';

interface PageNamesProps {
	names: readonly string[];
	onChange: (names: string[]) => void;
	/** By the input's path: `pages.2`. */
	errors: Record<string, string>;
}

/** The pages of an edition to be, in order; the first is the front. */
export function PageNames({ names, onChange, errors }: PageNamesProps) {
	const list = useRef<HTMLFieldSetElement>(null);
	const focusLast = () => {
		const inputs = list.current?.querySelectorAll('input');
		inputs?.[inputs.length - 1]?.focus();
	};
	return (
		<fieldset ref={list} className={styles.pages}>
			<legend className={styles.legend}>版面</legend>
			{names.map((name, index) => {
				const no = index + 1;
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the order
					<div key={index} className={styles.page}>
						<span className={styles.no} aria-hidden="true">
							{no}版
						</span>
						<Field label={`第${no}版的版名`} hideLabel error={errors[`pages.${index}`]}>
							<TextInput
								value={name}
								maxLength={12}
								onChange={(event) => onChange(names.with(index, event.target.value))}
							/>
						</Field>
						<Button
							variant="quiet"
							disabled={names.length === 1}
							onClick={() => onChange(names.toSpliced(index, 1))}
							aria-label={`去掉第${no}版`}
						>
							去掉
						</Button>
					</div>
				);
			})}
			<Button
				onClick={() => {
					onChange([...names, '']);
					requestAnimationFrame(focusLast);
				}}
			>
				加版
			</Button>
			{errors.pages && <p className={styles.error}>{errors.pages}</p>}
		</fieldset>
	);
}
