'use client';
import { useRouter } from 'next/navigation';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import styles from './proof.module.css';

interface CompareFormProps {
	proofs: readonly { number: number; label: string }[];
	shown: number;
	against: number | undefined;
	isOver: boolean;
	href: string;
}

/** 对红: with which earlier proof, and how the two are laid. */
export function CompareForm({ proofs, shown, against, isOver, href }: CompareFormProps) {
	const router = useRouter();
	const earlier = proofs.filter(({ number }) => number < shown).toReversed();
	if (earlier.length === 0) return null;
	const go = (to: string, over: boolean) =>
		router.push(`${href}?v=${shown}${to && `&against=${to}`}${to && over ? '&view=over' : ''}`);
	return (
		<div className={styles.compare}>
			<Field label="对红">
				<Select value={against ?? ''} onChange={(event) => go(event.target.value, isOver)}>
					<option value="">不对红</option>
					{earlier.map(({ number, label }) => (
						<option key={number} value={number}>
							与{label}
						</option>
					))}
				</Select>
			</Field>
			{against !== undefined && (
				<Field label="摆法">
					<Select
						value={isOver ? 'over' : 'side'}
						onChange={(event) => go(String(against), event.target.value === 'over')}
					>
						<option value="side">并排</option>
						<option value="over">叠看</option>
					</Select>
				</Field>
			)}
		</div>
	);
}
