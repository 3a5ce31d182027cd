'use client';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Failure } from '@/components/desk/failure';

/** What a screen shows when reading it failed; the rail stays. */
export default function DeskError({ error, reset }: { error: Error; reset: () => void }) {
	const router = useRouter();
	const retry = () =>
		startTransition(() => {
			router.refresh();
			reset();
		});
	return <Failure error={error} retry={retry} />;
}
