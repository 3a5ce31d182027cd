import { TroubleDocument } from '@/components/reader/trouble-document';
import type { Answer } from './answer';
import { readerPolicy, readerSecurityHeaders } from './policy';
import { stylesheet } from './stylesheet';

const retrySeconds = 15;

/** Codes of a database that cannot be reached, is starting, going down or too busy to answer in time, of the client and of Postgres itself. */
const unreachable =
	/\b(?:P1001|P1002|P1008|P1017|P2024|57P0[123]|57014|53300|08\d{3}|ECONNREFUSED|ECONNRESET|ETIMEDOUT)\b|not reachable|Connection terminated|timeout exceeded/i;

/** 503 while the database is away, 500 for a fault of ours; the reader is told what still works. */
export async function renderTrouble(error: unknown): Promise<Answer> {
	const away = unreachable.test(wordsOf(error));
	const { renderToStaticMarkup } = await import('react-dom/server');
	return {
		status: away ? 503 : 500,
		headers: {
			...readerSecurityHeaders(),
			'Content-Type': 'text/html; charset=utf-8',
			'Cache-Control': 'no-store',
			'Content-Security-Policy': readerPolicy([]),
			...(away ? { 'Retry-After': String(retrySeconds) } : {}),
		},
		body: `<!doctype html>${renderToStaticMarkup(<TroubleDocument stylesheet={stylesheet().path} />)}`,
		tags: [],
		keep: 'nowhere',
	};
}

/** Code and message of an error and of what caused it. */
function wordsOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { code, meta } = error as Error & { code?: string; meta?: unknown };
	const cause = error.cause === undefined ? '' : wordsOf(error.cause);
	return `${code ?? ''} ${error.message} ${JSON.stringify(meta ?? '')} ${cause}`;
}
