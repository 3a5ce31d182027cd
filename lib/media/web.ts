import { lookup } from 'node:dns/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Refusal } from '@/lib/errors';
import { pictureLimits } from './media';
import { isPublicAddress } from './public-address';

/** Limits of getting one picture from the network; each has a test at and above it. */
export const webLimits = { redirects: 3, milliseconds: 10_000, bytes: pictureLimits.bytes, atOnce: 6 };

export interface Address {
	address: string;
	family: number;
}

/** Where the server may go, and how it finds the way. Tests have one of their own. */
export interface Reach {
	mayReach(address: string, port: number): boolean;
	resolve(hostname: string): Promise<Address[]>;
}

/** Public addresses at the web's own ports. */
export const publicInternet: Reach = {
	mayReach: (address, port) => (port === 80 || port === 443) && isPublicAddress(address),
	resolve: (hostname) => lookup(hostname, { all: true, verbatim: true }),
};

const saveInstead = '请在原网页上把图另存下来，再拖到这里。';
let running = 0;

/**
 * The bytes behind an address of the web. The name is resolved once, every address it has is judged, and the connection
 * goes to the judged one, so that a name which changes its mind gains nothing. Each redirect is judged anew. Nothing of
 * ours goes along: no cookie, no referrer. Refuses in words.
 */
export async function getFromWeb(
	url: string,
	reach: Reach,
	{ milliseconds } = webLimits,
): Promise<Uint8Array<ArrayBuffer>> {
	if (running >= webLimits.atOnce) throw new Refusal('unavailable', '正在取的图片太多，请过一会儿再试。');
	running++;
	const signal = AbortSignal.timeout(milliseconds);
	try {
		return await follow(parseWebUrl(url), reach, signal);
	} catch (error) {
		throw error instanceof Refusal ? error : unreachable(signal);
	} finally {
		running--;
	}
}

function unreachable(signal: AbortSignal): Refusal {
	const why = signal.aborted ? `${webLimits.milliseconds / 1000} 秒内没有取到这张图` : '连不上图片所在的网站';
	return new Refusal('unavailable', `${why}。${saveInstead}`);
}

function parseWebUrl(text: string, base?: URL): URL {
	const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
	if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
		throw new Refusal('invalid', `这不是图片的网址：只能取 http 或 https 的图片。${saveInstead}`);
	}
	if (url.username || url.password) throw new Refusal('invalid', `网址里带着账号密码，服务器不会去取。${saveInstead}`);
	return url;
}

async function follow(first: URL, reach: Reach, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
	let url = first;
	for (let redirects = 0; redirects <= webLimits.redirects; redirects++) {
		const answer = await ask(url, await chooseAddress(url, reach), signal);
		const { statusCode = 0, headers } = answer;
		if (statusCode === 200) return readAnswer(answer);
		answer.destroy();
		if (![301, 302, 303, 307, 308].includes(statusCode) || !headers.location) {
			throw new Refusal(
				'invalid',
				`图片所在的网站没有给出图片（HTTP ${statusCode}），可能要登录才能看。${saveInstead}`,
			);
		}
		url = parseWebUrl(headers.location, url);
	}
	throw new Refusal('invalid', `这张图的网址转了 ${webLimits.redirects} 次以上，没有取到。${saveInstead}`);
}

async function chooseAddress(url: URL, reach: Reach): Promise<Address> {
	const chosen = await resolveOnce(url, reach);
	if (!chosen) throw new Refusal('invalid', `这个网址不在公开的网络上，服务器不会去取。${saveInstead}`);
	return chosen;
}

/** One address of the host; none when any of them is not to be reached. */
export async function resolveOnce(url: URL, reach: Reach): Promise<Address | undefined> {
	const host = url.hostname.replace(/^\[|\]$/g, '');
	const family = isIP(host);
	const addresses = family ? [{ address: host, family }] : await reach.resolve(host);
	const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
	return addresses.every(({ address }) => reach.mayReach(address, port)) ? addresses[0] : undefined;
}

/** For a connection to a judged address: the name is not asked for again. */
export function pinnedTo(to: Address): LookupFunction {
	return (_hostname, options, callback) => {
		if (options.all) callback(null, [to]);
		else callback(null, to.address, to.family);
	};
}

function ask(url: URL, to: Address, signal: AbortSignal): Promise<IncomingMessage> {
	const { request } = url.protocol === 'https:' ? https : http;
	return new Promise((resolve, reject) => {
		const headers = {
			accept: 'image/avif,image/webp,image/*',
			'accept-encoding': 'identity',
			'user-agent': 'Shangban',
		};
		request(url, { agent: false, lookup: pinnedTo(to), signal, headers }, resolve)
			.on('error', reject)
			.end();
	});
}

async function readAnswer(answer: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
	const tooLarge = () => {
		answer.destroy();
		return new Refusal('too-large', `图片最大 ${webLimits.bytes / 1024 / 1024} MB，这张超过了。请压缩后再传。`);
	};
	if (Number(answer.headers['content-length'] ?? 0) > webLimits.bytes) throw tooLarge();
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	for await (const chunk of answer as AsyncIterable<Uint8Array<ArrayBuffer>>) {
		size += chunk.length;
		if (size > webLimits.bytes) throw tooLarge();
		chunks.push(chunk);
	}
	return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
