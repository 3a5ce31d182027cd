import type { MarkKind } from '@/lib/edition/proof/schema';

/** The signs of GB/T 14706 as a hand draws them: a loop strikes, a fork lets in, a ring changes, an S turns round. */
const paths: Record<MarkKind, string> = {
	delete: 'M2 5h7c5 0 5 7 1 7s-4-5 1-8',
	insert: 'M3 4l5 8 5-8',
	replace: 'M8 3c4 0 6 2 6 4s-2 4-6 4-6-2-6-4 2-4 6-4zM8 11v4',
	transpose: 'M2 11h3c3 0 3-7 6-7h3M2 4h3c3 0 3 7 6 7h3',
	query: 'M5 6c0-4 6-4 6 0 0 3-3 2-3 5M8 13.5v.5',
	layout: 'M2 3h12v10H2zM5 8h6M9 6l2 2-2 2',
};

/** A proof mark's sign; its name stands beside it. */
export function MarkSign({ kind }: { kind: MarkKind }) {
	return (
		<svg
			width="16"
			height="16"
			viewBox="0 0 16 16"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.4"
			aria-hidden="true"
		>
			<path d={paths[kind]} strokeLinecap="round" strokeLinejoin="round" />
		</svg>
	);
}
