'use client';
import { useRouter } from 'next/navigation';
import { useId, useTransition } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { ButtonLink } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { compareHref } from './compare-href';
import styles from './history-screen.module.css';
import type { Version } from './versions';

interface VersionPickerProps {
	id: string;
	versions: readonly Version[];
	from: number;
	to: number;
	isSideBySide: boolean;
}

/** Which two revisions are laid against each other, and how. */
export function VersionPicker({ id, versions, from, to, isSideBySide }: VersionPickerProps) {
	const router = useRouter();
	const [pending, startTransition] = useTransition();
	const go = (href: string) => startTransition(() => router.replace(href, { scroll: false }));
	const choose = (side: 'from' | 'to') => (value: string) =>
		go(compareHref({ id, from, to, isSideBySide, [side]: Number(value) }));
	const other = compareHref({ id, from, to, isSideBySide: !isSideBySide });
	useShortcut('v', isSideBySide ? '合成一篇看' : '左右并排看', () => go(other));
	const present = versions[0]?.number;
	return (
		<div className={styles.picker} aria-busy={pending}>
			<VersionSelect label="从" versions={versions} chosen={from} onChoose={choose('from')} />
			<VersionSelect label="到" versions={versions} chosen={to} onChoose={choose('to')} />
			{from !== to && (
				<span className={styles.sideSwitch}>
					<ButtonLink variant="quiet" href={other} shortcut="v" replace scroll={false}>
						{isSideBySide ? '合成一篇' : '左右并排'}
					</ButtonLink>
				</span>
			)}
			{present !== undefined && to !== present && (
				<ButtonLink variant="quiet" href={compareHref({ id, from, isSideBySide })} replace>
					与现在比较
				</ButtonLink>
			)}
		</div>
	);
}

interface VersionSelectProps {
	label: string;
	versions: readonly Version[];
	chosen: number;
	onChoose: (number: string) => void;
}

function VersionSelect({ label, versions, chosen, onChoose }: VersionSelectProps) {
	const id = useId();
	return (
		<span className={styles.version}>
			<label htmlFor={id}>{label}</label>
			<Select id={id} value={chosen} onChange={(event) => onChoose(event.target.value)}>
				{versions.map(({ number, words }) => (
					<option key={number} value={number}>
						{words}
					</option>
				))}
			</Select>
		</span>
	);
}
