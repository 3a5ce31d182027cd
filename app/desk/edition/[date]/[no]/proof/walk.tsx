'use client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';

interface Walk {
	/** Key of the mark or change that is looked at: `mark-3`, `change-1`. */
	current: string | undefined;
	look: (key: string) => void;
}

const WalkContext = createContext<Walk>({ current: undefined, look: () => {} });

export const useWalk = () => useContext(WalkContext);

/** Which entry of the lists is looked at, on the sheet and beside it; J and K go through them. */
export function WalkProvider({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
	const [current, setCurrent] = useState<string>();
	const look = useCallback((key: string) => {
		setCurrent(key);
		document.getElementById(key)?.focus();
	}, []);
	const step = (by: number) => {
		const at = current ? keys.indexOf(current) : by > 0 ? -1 : keys.length;
		const next = keys[Math.min(keys.length - 1, Math.max(0, at + by))];
		if (next) look(next);
	};
	useShortcut('j', '下一处', () => step(1));
	useShortcut('k', '上一处', () => step(-1));
	const walk = useMemo(() => ({ current, look }), [current, look]);
	return <WalkContext value={walk}>{children}</WalkContext>;
}
