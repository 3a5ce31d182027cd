/** From where a request came, for sign-in history and the trace. */
export interface Client {
	ip: string;
	agent: string;
}

const maxAgent = 300;

/**
 * Reads the client from a request's headers. The last address of X-Forwarded-For is the one that was
 * written nearest to us (by server.ts from the socket, or by the proxy in front); the ones before it
 * are whatever the client cared to send.
 */
export function clientOf(headers: { get(name: string): string | null }): Client {
	const ip = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
	return { ip: ip.replace(/^::ffff:/, '').slice(0, 45), agent: (headers.get('user-agent') ?? '').slice(0, maxAgent) };
}

/** The part of node:http's request that is set right. */
interface IncomingRequest {
	headers: Record<string, string | string[] | undefined>;
	socket: { remoteAddress?: string };
}

/**
 * Makes a request that reached the server without a proxy in front tell its own address and nothing
 * else: what it says of forwarding was written by the client itself.
 */
export function forgetForwarding(request: IncomingRequest): void {
	for (const name of Object.keys(request.headers)) {
		if (name === 'forwarded' || name === 'x-real-ip' || name.startsWith('x-forwarded-')) delete request.headers[name];
	}
	request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
}
