'use client';
import { useRouter } from 'next/navigation';
import { listKeys } from './command';
import type { Room } from './room';
import { everywhere } from './shortcut';
import { useShortcut } from './shortcuts';

/** The keys that lead to the rooms, and `/` to the search of the list on the screen. */
export function RoomKeys({ rooms }: { rooms: readonly Room[] }) {
	useShortcut(
		'/',
		'在本页搜索',
		() => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
		listKeys,
	);
	return rooms.map((room) => <RoomKey key={room.href} room={room} />);
}

function RoomKey({ room }: { room: Room }) {
	const router = useRouter();
	useShortcut(room.keys, room.name, () => router.push(room.href), everywhere);
	return null;
}
