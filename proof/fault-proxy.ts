import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';

/** A TCP door before a server, through which a network can be made to fail. */
export interface FaultProxy {
	/** The address of the target, seen through the door; without a slash at its end. */
	url: string;
	/** Cuts all connections and refuses new ones, as a stopped server does. */
	cut: () => Promise<void>;
	/**
	 * Lets nothing through and tells nobody: connections stay open, new ones are accepted. Those that lived then are dead
	 * for ever, as after a firewall has forgotten them.
	 */
	stall: () => void;
	/** Everything takes longer, each way. */
	delay: (milliseconds: number) => void;
	/** No more than so many bytes a second and connection, each way. */
	throttle: (bytesPerSecond: number) => void;
	/** As if nothing had been. */
	mend: () => Promise<void>;
	close: () => Promise<void>;
}

interface Weather {
	isStalled: boolean;
	delayMs: number;
	bytesPerMs: number;
}

const fair: Weather = { isStalled: false, delayMs: 0, bytesPerMs: Number.POSITIVE_INFINITY };

/** Two ends of a connection and what stands between them. */
interface Pair {
	near: net.Socket;
	far: net.Socket;
	isDead: boolean;
}

export async function openProxy(target: string): Promise<FaultProxy> {
	const { hostname, port } = new URL(target);
	const weather = { ...fair };
	const pairs = new Set<Pair>();
	const door = net.createServer({ noDelay: true }, (near) => {
		const far = net.connect({ port: Number(port), host: hostname, noDelay: true });
		const pair = { near, far, isDead: weather.isStalled };
		pairs.add(pair);
		for (const [from, to] of [
			[near, far],
			[far, near],
		] as const) {
			from.on('error', () => to.destroy());
			from.on('close', () => {
				pairs.delete(pair);
				// The other end of a dead line hears of nothing; it is cleared away with the proxy.
				if (pair.isDead) pairs.add(pair);
				else to.destroy();
			});
			carry(from, to, pair, weather);
		}
	});
	const listen = async (at: number) => {
		door.listen(at, '127.0.0.1');
		await once(door, 'listening');
		return (door.address() as AddressInfo).port;
	};
	const own = await listen(0);
	const cut = async () => {
		if (!door.listening) return;
		const closed = once(door, 'close');
		door.close();
		for (const { near, far } of pairs) {
			near.destroy();
			far.destroy();
		}
		pairs.clear();
		await closed;
	};
	const url = new URL(target);
	url.port = String(own);
	return {
		url: url.href.replace(/\/$/, ''),
		cut,
		stall() {
			weather.isStalled = true;
			for (const pair of pairs) pair.isDead = true;
		},
		delay(milliseconds) {
			weather.delayMs = milliseconds;
		},
		throttle(bytesPerSecond) {
			weather.bytesPerMs = bytesPerSecond / 1000;
		},
		async mend() {
			Object.assign(weather, fair);
			if (!door.listening) await listen(own);
		},
		close: cut,
	};
}

/** Carries what comes from one end to the other, in order, as the weather allows. */
function carry(from: net.Socket, to: net.Socket, pair: Pair, weather: Weather): void {
	/** When the last piece will have gone through. */
	let free = 0;
	const send = (bytes: number, deliver: () => void) => {
		const now = performance.now();
		const due = Math.max(free, now + weather.delayMs);
		free = due + bytes / weather.bytesPerMs;
		const pass = () => {
			if (!pair.isDead && !to.destroyed) deliver();
		};
		if (free <= now) pass();
		else setTimeout(pass, free - now);
	};
	from.on('data', (chunk) => send(chunk.length, () => to.write(chunk)));
	from.on('end', () => send(0, () => to.end()));
}
