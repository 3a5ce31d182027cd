import type { ReactNode } from 'react';

/** The newspaper's name over a double rule, and below it what one came for. */
export function Door({ house, children }: { house: string; children: ReactNode }) {
	return (
		<>
			<header className="door-head">
				<a className="door-name" href="/">
					{house}
				</a>
				<p className="door-room">采编系统</p>
			</header>
			<main className="door-main">{children}</main>
		</>
	);
}
