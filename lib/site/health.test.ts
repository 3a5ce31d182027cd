import { describe, expect, it } from 'vitest';
import { judgeHealth, judgeQueue } from './health';

const fine = {
	database: { ok: true, ms: 1 },
	migrations: { ok: true, applied: 1, pending: 0 },
	queue: { ok: true, waiting: 0, oldestSeconds: 0, failed: 0 },
};

describe('judgeHealth', () => {
	it.each([
		['all well', {}, 'ok'],
		['no database', { database: { ok: false, ms: 2000 } }, 'down'],
		['a migration is missing', { migrations: { ok: false, applied: 1, pending: 1 } }, 'down'],
		['the outbox is stuck', { queue: { ok: false, waiting: 1, oldestSeconds: 61, failed: 0 } }, 'degraded'],
	] as const)('%s', (_name, seen, status) => expect(judgeHealth({ ...fine, ...seen })).toBe(status));
});

describe('judgeQueue', () => {
	it.each([
		['empty', { waiting: 0, oldestSeconds: 0, failed: 0 }, true],
		['a rush that moves', { waiting: 500, oldestSeconds: 60, failed: 0 }, true],
		['one that waits too long', { waiting: 1, oldestSeconds: 61, failed: 0 }, false],
		['one that failed', { waiting: 1, oldestSeconds: 1, failed: 1 }, false],
	])('%s', (_name, counted, ok) => expect(judgeQueue(counted)).toEqual({ ok, ...counted }));
});
