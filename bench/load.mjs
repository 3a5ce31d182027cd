import net from 'node:net';

/**
 * Keeps `connections` requests for one page under way for `seconds`, each sent when the answer before it has arrived
 * whole, and counts. The page must give the same number of bytes each time: a client that need not parse answers is
 * several times cheaper than the servers that it measures, which a general one is not.
 * @param {{ url: string, headers: Record<string, string>, connections: number, seconds: number }} options
 * @returns {Promise<{ perSecond: number, p99: number }>} p99 in milliseconds
 */
export async function load({ url, headers, connections, seconds }) {
	const { hostname, port, host, pathname } = new URL(url);
	const fields = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
	const request = Buffer.from(`GET ${pathname} HTTP/1.1\r\n${fields.join('')}\r\n`);
	const length = await answerLength({ hostname, port, request });
	const times = [];
	const began = performance.now();
	const until = began + seconds * 1000;
	const lines = Array.from({ length: connections }, () => ask({ hostname, port, request, length, until, times }));
	await Promise.all(lines);
	const taken = (performance.now() - began) / 1000;
	return { perSecond: times.length / taken, p99: percentile(times, 0.99) };
}

/** One connection that asks again and again until the time is over. */
function ask({ hostname, port, request, length, until, times }) {
	return new Promise((resolve, reject) => {
		const socket = net.connect({ host: hostname, port: Number(port), noDelay: true });
		let missing = length;
		let sent = performance.now();
		socket.on('connect', () => socket.write(request));
		socket.on('data', (chunk) => {
			missing -= chunk.length;
			if (missing > 0) return;
			if (missing < 0) return socket.destroy(new Error(`${-missing} bytes too many`));
			const now = performance.now();
			times.push(now - sent);
			if (now >= until) return socket.end();
			missing = length;
			sent = now;
			socket.write(request);
		});
		socket.on('error', reject);
		socket.on('close', () => (missing === 0 ? resolve() : reject(new Error('A connection was closed in mid-answer'))));
	});
}

/** Bytes of one whole answer, head and body. */
function answerLength({ hostname, port, request }) {
	return new Promise((resolve, reject) => {
		const socket = net.connect({ host: hostname, port: Number(port) }, () => socket.write(request));
		let got = Buffer.alloc(0);
		socket.on('data', (chunk) => {
			got = Buffer.concat([got, chunk]);
			const end = got.indexOf('\r\n\r\n');
			if (end === -1) return;
			const head = got.toString('latin1', 0, end);
			const body = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? Number.NaN);
			if (!head.startsWith('HTTP/1.1 200 ') || Number.isNaN(body)) socket.destroy(new Error(`Not a page: ${head}`));
			else if (got.length === end + 4 + body) socket.end(() => resolve(got.length));
		});
		socket.on('error', reject);
	});
}

function percentile(values, part) {
	return values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
}
