'use client';
import { useEffect, useState } from 'react';
import { comeBack } from './leaving';
import { openCopies } from './local-copies';
import type { OpenedCopies, ServerVersion } from './use-writing';

const patienceMs = 2000;

/** A machine that keeps nothing: saving goes on, and the screen says that nothing is kept. */
const nowhere: OpenedCopies = {
	store: {
		put: () => Promise.reject(new Error('This machine keeps nothing')),
		putNow() {
			throw new Error('This machine keeps nothing');
		},
		drop: () => Promise.resolve(),
	},
	left: undefined,
};

export interface Opened extends OpenedCopies {
	server: ServerVersion;
}

/**
 * Opens what this machine keeps of an article, once for each visit; undefined until that is done. The
 * server's version comes back newer where this page itself saved a newer one on its way out.
 */
export function useOpenedCopies(userId: string, server: ServerVersion): Opened | undefined {
	const [opened, setOpened] = useState<Opened>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: a later version from the server opens nothing anew
	useEffect(() => {
		let isGone = false;
		void open(userId, server).then((result) => {
			if (!isGone) setOpened(result);
		});
		return () => {
			isGone = true;
		};
	}, [userId, server.id]);
	return opened;
}

async function open(userId: string, server: ServerVersion): Promise<Opened> {
	const newest = await comeBack(server);
	const patience = new Promise<OpenedCopies>((resolve) => setTimeout(() => resolve(nowhere), patienceMs));
	const copies = openCopies(userId, server.id).catch(() => nowhere);
	return { ...(await Promise.race([copies, patience])), server: newest };
}
