import type { z } from 'zod';
import { invalid, refusalOf } from '@/lib/action';
import type { Actor } from '@/lib/auth/roles';
import { getActor } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { Refusal, type RefusalCode, refusalStatus } from '@/lib/errors';
import { toStorable } from '@/lib/text';

type Handle<Params> = (actor: Actor, request: Request, params: Params) => Promise<Response>;

/**
 * The door of the newsroom's HTTP routes: same origin, signed in, refusals as JSON with their status.
 * A database that does not answer is a 503, which clients repeat; anything else is a bug and thrown on.
 */
export function deskRoute<Params>(handle: Handle<Params>) {
	return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
		if (request.method !== 'GET' && !isSameOrigin(request.headers, env().ORIGIN)) {
			return refuse('forbidden', '请求不是从编辑部页面发出的，没有执行。');
		}
		try {
			const actor = await getActor();
			if (!actor) return Response.json({ code: 'signed-out', message: '登录已失效，请重新登录。' }, { status: 401 });
			return await handle(actor, request, await context.params);
		} catch (error) {
			if (isDatabaseDown(error)) return refuse('unavailable', '数据库暂时连不上，请稍后再试。');
			const { code, message, fields } = refusalOf(error);
			return refuse(code, message, fields);
		}
	};
}

function refuse(code: RefusalCode, message: string, fields?: Record<string, string>): Response {
	return Response.json({ code, message, fields }, { status: refusalStatus[code] });
}

/**
 * Whether a write comes from one of our own pages. Browsers send Sec-Fetch-Site over secure
 * connections and Origin with every write; a request with neither is not a browser's.
 */
export function isSameOrigin(headers: Headers, publicOrigin: string | undefined): boolean {
	const site = headers.get('sec-fetch-site');
	if (site) return site === 'same-origin';
	const origin = headers.get('origin');
	if (!origin || !URL.canParse(origin)) return false;
	return publicOrigin ? origin === new URL(publicOrigin).origin : new URL(origin).host === headers.get('host');
}

const connectionTroubles = new Set([
	'P1001',
	'P1002',
	'P1008',
	'P1017',
	'P2024',
	'ECONNREFUSED',
	'ECONNRESET',
	'57P01',
	'57P03',
]);

function isDatabaseDown(error: unknown): boolean {
	const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
	return (typeof code === 'string' && connectionTroubles.has(code)) || (cause !== undefined && isDatabaseDown(cause));
}

/** The body's bytes, refused as soon as there are more than `limit`; `tooLarge` is what is said then. */
export async function readBytes(
	request: Request,
	limit: number,
	tooLarge: () => Refusal,
): Promise<Uint8Array<ArrayBuffer>> {
	if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	const reader = request.body?.getReader();
	for (;;) {
		const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
		if (done) break;
		size += value.length;
		if (size > limit) throw tooLarge();
		chunks.push(value);
	}
	return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Parses input that came over HTTP; refuses with the first sentence of each field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
	const parsed = schema.safeParse(toStorable(input));
	if (parsed.success) return parsed.data;
	const { code, message, fields } = invalid(parsed.error);
	throw new Refusal(code, message, fields);
}

/** The body as a JSON object, at most `limit` bytes of it. */
export async function readJson(request: Request, limit: number): Promise<object> {
	const bytes = await readBytes(request, limit, () => new Refusal('too-large', '这篇稿件太长，保存不下，请拆成几篇。'));
	try {
		const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
		if (typeof json === 'object' && json !== null) return json;
	} catch {
		// Said below.
	}
	throw new Refusal('invalid', '请求不完整，请刷新页面后再试。');
}
