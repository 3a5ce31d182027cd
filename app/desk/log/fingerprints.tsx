import styles from './log-table.module.css';

interface FingerprintsProps {
	before: string;
	after: string;
}

/** The hashes of the content before and after, shortened; once where it stayed the same. */
export function Fingerprints({ before, after }: FingerprintsProps) {
	if (!before || before === after) return <Fingerprint hash={after} />;
	return (
		<>
			<Fingerprint hash={before} />→<Fingerprint hash={after} />
		</>
	);
}

function Fingerprint({ hash }: { hash: string }) {
	return (
		<code className={styles.hash} title={hash}>
			{hash.slice(0, 8)}
		</code>
	);
}
