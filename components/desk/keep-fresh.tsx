'use client';
import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef, useTransition } from 'react';

const seconds = 5;

/** What must not change under somebody's hand: a dialog or a menu that is open. */
const handled = '[role=dialog], [role=alertdialog], [role=menu]';

/**
 * Reads the screen anew while somebody looks at it: a board tells what waits without being asked. It lets be who drags
 * something or has a dialog open.
 */
export function KeepFresh() {
	const router = useRouter();
	const [isReading, startReading] = useTransition();
	const busy = useRef(false);
	const isDragging = useDragging();
	useEffect(() => {
		busy.current = isReading;
	}, [isReading]);
	useEffect(() => {
		const look = () => {
			// A refresh puts the one before it off: over a slow line nothing would ever be shown.
			if (document.visibilityState !== 'visible' || busy.current) return;
			if (!isDragging.current && !document.querySelector(handled)) startReading(() => router.refresh());
		};
		const timer = setInterval(look, 1000 * seconds);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}, [router, isDragging]);
	return null;
}

/** Whether something is being dragged on this screen. */
function useDragging(): RefObject<boolean> {
	const isDragging = useRef(false);
	useEffect(() => {
		const begin = () => {
			isDragging.current = true;
		};
		const end = () => {
			isDragging.current = false;
		};
		document.addEventListener('dragstart', begin);
		document.addEventListener('dragend', end);
		return () => {
			document.removeEventListener('dragstart', begin);
			document.removeEventListener('dragend', end);
		};
	}, []);
	return isDragging;
}
