import Link from 'next/link';
import { pageStageNames } from '@/lib/edition/page-stage';
import type { ProofRow } from '@/lib/edition/proof/read';
import { clockTime } from '@/lib/time';
import styles from './proof.module.css';

interface ProofListProps {
	proofs: readonly ProofRow[];
	shown: number;
	/** Address of the screen without its query. */
	href: string;
}

/** All proofs of the page, the newest first: which, who pulled it, who has signed it. */
export function ProofList({ proofs, shown, href }: ProofListProps) {
	return (
		<ol className={styles.proofs}>
			{proofs.toReversed().map(({ number, stage, actorName, at, signature }) => (
				<li key={number}>
					<Link href={`${href}?v=${number}`} prefetch={false} aria-current={number === shown ? 'page' : undefined}>
						第 {number} 次 {pageStageNames[stage]}
					</Link>
					<span className={styles.minor}>
						{actorName} {clockTime(at)} 出样
						{signature && ` · ✓ ${signature.actorName}签`}
						{signature?.note && <b className={styles.alarm}>（违反审者分离：{signature.note}）</b>}
					</span>
				</li>
			))}
		</ol>
	);
}
