'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';

const seconds = 5;

/** Reads the screen anew while somebody looks at it: a board tells what waits without being asked. */
export function KeepFresh() {
	const router = useRouter();
	const [isReading, startReading] = useTransition();
	const busy = useRef(false);
	useEffect(() => {
		busy.current = isReading;
	}, [isReading]);
	useEffect(() => {
		const look = () => {
			// A refresh puts the one before it off: over a slow line nothing would ever be shown.
			if (document.visibilityState === 'visible' && !busy.current) startReading(() => router.refresh());
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
