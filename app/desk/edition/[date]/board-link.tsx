'use client';
import { useRouter } from 'next/navigation';
import { useShortcut } from '@/components/desk/shortcuts';
import { ButtonLink } from '@/components/ui/button';

/** To the wall view of the edition's pages. */
export function BoardLink({ date }: { date: string }) {
	const router = useRouter();
	const href = `/desk/edition/${date}/board`;
	useShortcut('b', '付印进度', () => router.push(href));
	return (
		<ButtonLink shortcut="b" href={href}>
			付印进度
		</ButtonLink>
	);
}
