'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const seconds = 5;

/** Reads the screen anew while somebody looks at it: a board tells what waits without being asked. */
export function KeepFresh() {
	const router = useRouter();
	useEffect(() => {
		const look = () => {
			if (document.visibilityState === 'visible') router.refresh();
		};
		const timer = setInterval(look, 1000 * seconds);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}, [router]);
	return null;
}
