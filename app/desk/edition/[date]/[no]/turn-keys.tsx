'use client';
import { useRouter } from 'next/navigation';
import { useShortcut } from '@/components/desk/shortcuts';

interface TurnKeysProps {
	/** Address of the page before this one, where there is one. */
	before: string | undefined;
	behind: string | undefined;
}

/** `[` and `]` turn to the neighbouring page. */
export function TurnKeys({ before, behind }: TurnKeysProps) {
	const router = useRouter();
	useShortcut('[', '上一版', () => before && router.push(before));
	useShortcut(']', '下一版', () => behind && router.push(behind));
	return null;
}
