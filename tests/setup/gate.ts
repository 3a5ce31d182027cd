import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';

export type Gate = {
	/** The address of the target, seen through the gate. */
	url: string;
	/** Cuts all connections and refuses new ones, as a stopped server does. */
	cut: () => Promise<void>;
	mend: () => Promise<void>;
};

/** A TCP door before a server, which a test can shut. */
export async function openGate(target: string): Promise<Gate> {
	const { hostname, port } = new URL(target);
	const sockets = new Set<net.Socket>();
	const door = net.createServer((near) => {
		const far = net.connect(Number(port), hostname);
		for (const [one, other] of [
			[near, far],
			[far, near],
		] as const) {
			sockets.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => {
				sockets.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	});
	const listen = async (at: number) => {
		door.listen(at, '127.0.0.1');
		await once(door, 'listening');
		return (door.address() as AddressInfo).port;
	};
	const own = await listen(0);
	const url = new URL(target);
	url.port = String(own);
	return {
		url: url.href,
		async cut() {
			if (!door.listening) return;
			const closed = once(door, 'close');
			door.close();
			for (const socket of sockets) socket.destroy();
			await closed;
		},
		async mend() {
			await listen(own);
		},
	};
}
