'use client';
import { useEffect, useRef, useState } from 'react';
import type { LiveStatus } from '@/lib/article/live/live';
import { parseStatus } from './send-lock';

/** A browser comes back by itself when a line breaks, not when it was refused one. */
const againMs = 5000;

interface Live {
	/** The last that was heard; undefined before anything was. */
	status: LiveStatus | undefined;
	/** Whether what is heard is up to date. */
	isConnected: boolean;
}

/**
 * What happens to an article, as the server tells it, while the page is on the screen: a hidden one keeps no line open,
 * of which browsers have six to a server, and hears the whole when it comes back.
 */
export function useLive(id: string, visit: string | undefined, onStatus: (status: LiveStatus) => void): Live {
	const [live, setLive] = useState<Live>({ status: undefined, isConnected: true });
	const latest = useRef(onStatus);
	useEffect(() => {
		latest.current = onStatus;
	});
	useEffect(() => {
		if (!visit) return;
		let line: EventSource | undefined;
		let again: ReturnType<typeof setTimeout> | undefined;
		const close = () => {
			clearTimeout(again);
			line?.close();
			line = undefined;
		};
		const open = () => {
			close();
			line = new EventSource(`/api/article/${id}/live?tab=${encodeURIComponent(visit)}`);
			line.onmessage = ({ data }: MessageEvent<string>) => {
				const status = parseStatus(data);
				if (!status) return;
				setLive({ status, isConnected: true });
				latest.current(status);
			};
			line.onerror = () => {
				setLive((before) => ({ ...before, isConnected: false }));
				if (line?.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
			};
		};
		const onSight = () => (document.visibilityState === 'visible' ? open() : close());
		onSight();
		document.addEventListener('visibilitychange', onSight);
		window.addEventListener('online', onSight);
		return () => {
			document.removeEventListener('visibilitychange', onSight);
			window.removeEventListener('online', onSight);
			close();
		};
	}, [id, visit]);
	return live;
}
