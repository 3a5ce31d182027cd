import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { KeyListButton } from './key-list-button';
import styles from './rail.module.css';
import type { Room } from './room';
import { RoomLink } from './room-link';

interface RailProps {
	/** The newspaper's name. */
	house: string;
	rooms: readonly Room[];
	/** How many stories wait for this person's signature, or came back to him. */
	waiting: number;
	person: { name: string; roles: string };
	/** Ends the session. */
	signOut: () => Promise<void>;
	/** The button for a new story, for those who may write. */
	newStory: ReactNode;
}

/** The rooms of the desk, the way to the paper, and who is signed in. A bar at the top of narrow screens. */
export function Rail({ house, rooms, waiting, person, signOut, newStory }: RailProps) {
	return (
		<header className={styles.rail}>
			<p className={styles.house}>
				<Link href="/desk" className={styles.name} prefetch={false}>
					{house}
				</Link>
				<a href="/" className={styles.front}>
					看报
				</a>
			</p>
			<div className={styles.new}>{newStory}</div>
			<nav className={styles.nav} aria-label="采编">
				<ul className={styles.rooms}>
					{rooms.map((room) => (
						<li key={room.href} className={styles.item}>
							<RoomLink room={room} />
							{room.href === '/desk/review' && waiting > 0 && (
								<span className={styles.waiting} role="note">
									<span className="visually-hidden">等我处理</span> {waiting}
								</span>
							)}
						</li>
					))}
				</ul>
			</nav>
			<div className={styles.keys}>
				<KeyListButton />
			</div>
			<div className={styles.person}>
				<Link href="/desk/user/me" className={styles.me} prefetch={false} title="我的账号，改密码">
					<span className={styles.who}>{person.name}</span>
					<span className={styles.roles}>{person.roles}</span>
				</Link>
				<form action={signOut}>
					<Button type="submit" variant="quiet">
						退出
					</Button>
				</form>
			</div>
		</header>
	);
}
