import '@/components/tokens.css';
import './door.css';
import type { ReactNode } from 'react';

/** The document around the forms of those who are not signed in. It reads nothing, so that a trouble has a page too. */
export function DoorFrame({ children }: { children: ReactNode }) {
	return (
		<html lang="zh-CN">
			<body className="door">{children}</body>
		</html>
	);
}
