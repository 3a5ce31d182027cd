import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { getFromWeb, publicInternet, type Reach, webLimits } from '@/lib/media/web';
import { addPictureFromWeb } from '@/lib/media/web-picture';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';

let newsroom: Newsroom;
let server: http.Server;
let port: number;
let picture: Buffer;
/** What the server on this machine was asked for. */
let asked: IncomingMessage[] = [];
const pages: Record<string, (response: ServerResponse) => void> = {};

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	picture = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#3a6' } })
		.jpeg()
		.toBuffer();
	server = http.createServer((request, response) => {
		asked.push(request);
		const page = pages[request.url ?? ''];
		if (page) page(response);
		else response.writeHead(404).end();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	port = (server.address() as AddressInfo).port;
	const redirect = (to: string) => (response: ServerResponse) => response.writeHead(302, { location: to }).end();
	Object.assign(pages, {
		'/ok.jpg': (response: ServerResponse) => response.end(picture),
		'/page': (response: ServerResponse) => response.end('<html>not a picture</html>'),
		'/login': (response: ServerResponse) => response.writeHead(403).end(),
		'/1': redirect('/ok.jpg'),
		'/2': redirect('/1'),
		'/3': redirect('/2'),
		'/4': redirect('/3'),
		'/loop': redirect('/loop'),
		'/inside': redirect('http://10.0.0.1/secret.jpg'),
		'/port': redirect(`http://127.0.0.1:${port + 1}/`),
		'/file': redirect('file:///etc/passwd'),
		'/says-big': (response: ServerResponse) =>
			response.writeHead(200, { 'content-length': webLimits.bytes + 1 }).flushHeaders(),
		'/at-limit': (response: ServerResponse) =>
			response.end(Buffer.concat([picture, Buffer.alloc(webLimits.bytes - picture.length)])),
		'/is-big': (response: ServerResponse) => {
			for (let sent = 0; sent <= webLimits.bytes; sent += 1_000_000) response.write(Buffer.alloc(1_000_000));
			response.end();
		},
		'/slow': (response: ServerResponse) => response.writeHead(200).flushHeaders(),
		'/drip': (response: ServerResponse) => {
			const timer = setInterval(() => response.write('x'), 50);
			response.on('close', () => clearInterval(timer));
		},
	});
});

afterAll(() => {
	server.closeAllConnections();
	server.close();
});

beforeEach(() => {
	asked = [];
});

/** This machine's own server and no other. */
const thisServer = (): Reach => ({
	mayReach: (address, to) => address === '127.0.0.1' && to === port,
	resolve: async () => [{ address: '127.0.0.1', family: 4 }],
});

const at = (path: string) => `http://pictures.example:${port}${path}`;
const refusal = (url: string, reach = thisServer()) =>
	getFromWeb(url, reach).then(
		() => 'taken',
		(error: Error) => error.message,
	);

describe('a picture from the network', () => {
	it('is taken into the stock, with its address in the record', async () => {
		const added = await addPictureFromWeb(newsroom.actors.reporter, { url: at('/1') }, thisServer());
		expect(added).toMatchObject({ width: 640, height: 400 });
		const trace = await db.trace.findFirstOrThrow({ where: { subjectId: added.id } });
		expect(trace).toMatchObject({
			act: 'media.upload',
			subject: '/1',
			detail: { source: at('/1'), mime: 'image/jpeg' },
		});
	});

	it('is asked for by name, without a word about us', async () => {
		await getFromWeb(at('/ok.jpg'), thisServer());
		expect(asked[0]?.headers.host).toBe(`pictures.example:${port}`);
		expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
			'accept',
			'accept-encoding',
			'connection',
			'host',
			'user-agent',
		]);
	});

	it('may be three redirects away, not four', async () => {
		expect((await getFromWeb(at('/3'), thisServer())).length).toBe(picture.length);
		expect(await refusal(at('/4'))).toMatch(/转了 3 次以上/);
		expect(await refusal(at('/loop'))).toMatch(/转了 3 次以上/);
	});

	it.each([
		['/inside', /不在公开的网络上/],
		['/port', /不在公开的网络上/],
		['/file', /只能取 http 或 https/],
		['/login', /HTTP 403/],
		['/nothing', /HTTP 404/],
		['/says-big', /最大 20 MB/],
		['/is-big', /最大 20 MB/],
	])('%s is refused in words', async (path, words) => expect(await refusal(at(path))).toMatch(words));

	it('may be as large as the limit', async () => {
		expect((await getFromWeb(at('/at-limit'), thisServer())).length).toBe(webLimits.bytes);
	});

	it('that never comes, or comes by drops, is given up in time', async () => {
		const limits = { ...webLimits, milliseconds: 400 };
		for (const path of ['/slow', '/drip']) {
			const began = Date.now();
			await expect(getFromWeb(at(path), thisServer(), limits)).rejects.toMatchObject({ code: 'unavailable' });
			expect(Date.now() - began).toBeLessThan(3000);
		}
	});

	it('that is none is refused like any file', async () => {
		await expect(addPictureFromWeb(newsroom.actors.reporter, { url: at('/page') }, thisServer())).rejects.toThrow(
			/不是图片文件/,
		);
		await expect(
			addPictureFromWeb(newsroom.actors.proofreader, { url: at('/ok.jpg') }, thisServer()),
		).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('asks seven at once for patience', async () => {
		const limits = { ...webLimits, milliseconds: 300 };
		const all = await Promise.allSettled(
			Array.from({ length: webLimits.atOnce + 1 }, () => getFromWeb(at('/slow'), thisServer(), limits)),
		);
		const messages = all.map((one) => (one.status === 'rejected' ? String(one.reason.message) : ''));
		expect(messages.filter((message) => message.startsWith('正在取的图片太多'))).toHaveLength(1);
		expect((await getFromWeb(at('/ok.jpg'), thisServer())).length).toBe(picture.length);
	});
});

describe('a name', () => {
	it('is judged by all of its addresses', async () => {
		const both = {
			...thisServer(),
			resolve: async () => [
				{ address: '127.0.0.1', family: 4 },
				{ address: '10.0.0.1', family: 4 },
			],
		};
		expect(await refusal(at('/ok.jpg'), both)).toMatch(/不在公开的网络上/);
		const none = { ...thisServer(), resolve: async () => [] };
		expect(await refusal(at('/ok.jpg'), none)).toMatch(/不在公开的网络上/);
		expect(asked).toEqual([]);
	});

	it('is asked for once: one that changes its mind afterwards gains nothing', async () => {
		let times = 0;
		const fickle: Reach = {
			mayReach: (address) => address === '127.0.0.1',
			resolve: async () => [{ address: times++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
		};
		expect((await getFromWeb(at('/ok.jpg'), fickle)).length).toBe(picture.length);
		expect(times).toBe(1);
		expect(asked).toHaveLength(1);
	});
});

describe('the public internet', () => {
	it.each([
		...[
			'http://127.0.0.1:PORT/ok.jpg',
			'http://localhost:PORT/ok.jpg',
			'http://2130706433:PORT/ok.jpg',
			'http://0x7f.1:PORT/ok.jpg',
			'http://127.1:PORT/ok.jpg',
		],
		...[
			'http://[::ffff:127.0.0.1]:PORT/ok.jpg',
			'http://[::1]:PORT/ok.jpg',
			'http://0:PORT/ok.jpg',
			'http://0.0.0.0:PORT/ok.jpg',
			'http://１２７.0.0.1:PORT/ok.jpg',
		],
		...[
			'http://localhost/',
			'http://169.254.169.254/latest/meta-data/',
			'http://[fd00:ec2::254]/',
			'http://[64:ff9b::a9fe:a9fe]/',
			'https://10.0.0.1/',
		],
		...[
			'ftp://127.0.0.1/',
			'file:///etc/passwd',
			'gopher://127.0.0.1:PORT/_x',
			'data:image/png;base64,AA==',
			'javascript:alert(1)',
			'//127.0.0.1/',
			'http://u:p@8.8.8.8/',
			'',
		],
	])('does not reach %s', async (url) => {
		expect(await refusal(url.replace('PORT', String(port)), publicInternet)).toMatch(
			/不在公开的网络上|只能取 http|账号密码/,
		);
		expect(asked).toEqual([]);
	});
});
