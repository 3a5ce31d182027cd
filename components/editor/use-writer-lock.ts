'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveStatus } from '@/lib/article/live/live';
import { systemClock } from './clock';
import { newRequestId } from './request-id';
import { leaveLock, sendLock } from './send-lock';
import { claimTab, isVisitOver, newVisit } from './tab';
import { useLive } from './use-live';
import { type LockState, WriterLock } from './writer-lock';

// The browser names the tab while React is still at work.
if (typeof window !== 'undefined') void claimTab().catch(() => {});

/** Who writes an article and who reads along, as this page knows it. */
export interface Writers {
	lock: WriterLock;
	state: LockState;
	/** Names this page to the server. */
	visit: string;
	/** Undefined until the server has told anything. */
	status: LiveStatus | undefined;
	isConnected: boolean;
}

interface Held {
	lock: WriterLock;
	visit: string;
}

/**
 * Takes the place of the article's writer for this page where `mayWrite` and it is free, keeps it while the page is there,
 * and gives it back. Undefined for a moment, until the page has a name.
 */
export function useWriterLock(id: string, mayWrite: boolean): Writers | undefined {
	const held = useHeld(id);
	const live = useLive(id, held?.visit, (status) => void held?.lock.hear(status));
	useEffect(() => {
		if (held) void held.lock.open(mayWrite);
	}, [held, mayWrite]);
	const state = useSyncExternalStore(
		(listener) => held?.lock.subscribe(listener) ?? (() => {}),
		() => held?.lock.state,
		() => undefined,
	);
	return held && state && { ...held, state, ...live };
}

function useHeld(id: string): Held | undefined {
	const [held, setHeld] = useState<Held>();
	useEffect(() => {
		let isGone = false;
		// A machine that keeps nothing cannot name its tabs: each page is one of its own.
		void newVisit()
			.catch(newRequestId)
			.then((visit) => {
				const post = (act: Parameters<typeof sendLock>[2]) => sendLock(id, visit, act);
				if (!isGone) setHeld({ visit, lock: new WriterLock({ post, isGone: isVisitOver, clock: systemClock }) });
			});
		return () => {
			isGone = true;
		};
	}, [id]);
	useEffect(() => {
		if (!held) return;
		const { lock, visit } = held;
		const leave = () => leaveLock(id, visit);
		const look = () => document.visibilityState === 'visible' && lock.look();
		document.addEventListener('visibilitychange', look);
		window.addEventListener('online', look);
		window.addEventListener('pageshow', look);
		window.addEventListener('pagehide', leave);
		return () => {
			document.removeEventListener('visibilitychange', look);
			window.removeEventListener('online', look);
			window.removeEventListener('pageshow', look);
			window.removeEventListener('pagehide', leave);
			void lock.close(leave);
		};
	}, [id, held]);
	return held;
}
