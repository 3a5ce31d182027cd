'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import styles from './rail.module.css';
import { isInRoom, type Room } from './room';

/** A room in the rail; marked where one is in it. */
export function RoomLink({ room }: { room: Room }) {
	const here = isInRoom(usePathname(), room.href);
	return (
		<Link href={room.href} className={styles.room} aria-current={here ? 'page' : undefined} prefetch={false}>
			{room.name}
		</Link>
	);
}
