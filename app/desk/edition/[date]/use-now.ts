'use client';
import { useEffect, useState } from 'react';

const seconds = 20;

/** The server's moment going on by itself: a deadline comes nearer on a screen that is only looked at. */
export function useNow(read: Date): Date {
	const [passed, setPassed] = useState({ since: read, ms: 0 });
	useEffect(() => {
		const began = performance.now();
		const tick = () => setPassed({ since: read, ms: performance.now() - began });
		const timer = setInterval(tick, 1000 * seconds);
		return () => clearInterval(timer);
	}, [read]);
	// What had passed since an earlier answer says nothing of this one.
	return passed.since === read ? new Date(read.getTime() + passed.ms) : read;
}
