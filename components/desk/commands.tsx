'use client';
import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Command, offeredCommands } from './command';
import { Palette, type PaletteProps } from './palette';
import { everywhere } from './shortcut';
import { useShortcut, useShortcutList } from './shortcuts';

type Register = (list: () => readonly Command[]) => () => void;

const CommandContext = createContext<Register>(() => () => {});

/** Ctrl+K: everything on the desk that can be found or done from here. */
export function CommandProvider({
	children,
	...palette
}: Pick<PaletteProps, 'userId' | 'search'> & { children: ReactNode }) {
	const known = useRef(new Set<() => readonly Command[]>());
	const [register] = useState<Register>(() => (list: () => readonly Command[]) => {
		known.current.add(list);
		return () => known.current.delete(list);
	});
	const listShortcuts = useShortcutList();
	const [commands, setCommands] = useState<Command[]>();
	const open = () =>
		setCommands(
			offeredCommands(
				[...known.current].flatMap((list) => list()),
				listShortcuts(),
			),
		);
	useShortcut('Ctrl+K', '搜索和命令', open, everywhere);
	return (
		<CommandContext value={register}>
			{children}
			<Palette {...palette} commands={commands} onClose={() => setCommands(undefined)} />
		</CommandContext>
	);
}

/** Offers acts of the present screen in the palette, for as long as the component is on it. */
export function useCommands(commands: readonly Command[]): void {
	const register = useContext(CommandContext);
	const latest = useRef(commands);
	useLayoutEffect(() => {
		latest.current = commands;
	});
	useEffect(() => register(() => latest.current), [register]);
}
