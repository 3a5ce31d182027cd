// The one process of the site: stored reader pages first, then Next. Started by scripts/start.mjs, which it tells over
// the IPC channel when it listens, and whose end is its own.
import http from 'node:http';
import next from 'next';
import { endWatches } from '@/lib/article/live/hub';
import { forgetForwarding } from '@/lib/auth/client';
import { env } from '@/lib/env';
import { startJobs } from '@/lib/job/start';
import { stopPrinter } from '@/lib/print/print';
import { startIndexing } from '@/lib/search/start';
import { serveStored } from '@/lib/site/serve';
import { startSite } from '@/lib/site/start';
import { startAnchors } from '@/lib/trace/anchor';

const { HOST, PORT, NODE_ENV, ORIGIN } = env();
const drainMilliseconds = 5000;

// Where a killed launcher or a closed terminal no longer reads, there is nobody to tell; unheard, each complaint about it
// would be the next complaint, without end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const app = next({ dev: NODE_ENV === 'development', dir: import.meta.dirname, hostname: HOST, port: PORT });
await app.prepare();
const answerByNext = app.getRequestHandler();

const server = http.createServer((request, response) => {
	if (draining) response.setHeader('Connection', 'close');
	if (serveStored(request, response)) return;
	// Without a proxy in front, X-Forwarded-* are the client's own words: they would evade the limit on sign-ins.
	if (!ORIGIN) forgetForwarding(request);
	answerByNext(request, response).catch((error: unknown) => {
		console.error(error);
		if (!response.headersSent) response.writeHead(500);
		response.end();
	});
});
// Longer than a proxy in front keeps its own connections, so that it never writes to one that we just closed.
server.keepAliveTimeout = 65_000;
server.headersTimeout = 20_000;
server.requestTimeout = 120_000;

let draining = false;
let stopSite = async () => {};
const stopAnchors = startAnchors();

/** Stops accepting, lets what is under way finish, then leaves. */
async function stop() {
	if (draining) return;
	draining = true;
	endWatches();
	stopAnchors();
	const closed = new Promise((resolve) => server.close(resolve));
	const idle = setInterval(() => server.closeIdleConnections(), 100);
	const late = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
	await closed;
	clearInterval(idle);
	clearTimeout(late);
	await Promise.race([Promise.all([stopSite(), stopPrinter()]), new Promise((resolve) => setTimeout(resolve, 2000))]);
	process.exit(0);
}

function onSignal() {
	if (draining) process.exit(1);
	void stop();
}

process.on('SIGTERM', onSignal);
process.on('SIGINT', onSignal);
process.on('disconnect', stop);
process.on('message', (message) => {
	if (message === 'stop') void stop();
});

server.on('error', (error: NodeJS.ErrnoException) => {
	process.send?.({ code: error.code });
	console.error(error.message);
	process.exit(1);
});
server.listen(PORT, HOST, async () => {
	const stopRendering = await startSite();
	const stopJobs = startJobs();
	const stopIndexing = startIndexing();
	stopSite = async () => {
		await Promise.all([stopJobs(), stopIndexing()]);
		await stopRendering();
	};
	process.send?.('ready');
});
