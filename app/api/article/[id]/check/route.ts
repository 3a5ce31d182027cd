import { z } from 'zod';
import { deskRoute, parseInput, readBytes } from '@/app/api/desk-route';
import { getArticleChecks } from '@/lib/check/read';
import { AddTermInput, HeedInput, IgnoreInput } from '@/lib/check/schema';
import { addTerm, heedHit, ignoreHit } from '@/lib/check/write';
import { Refusal } from '@/lib/errors';

/** What the editor's checks start from. A route, because the editor asks again while it is open. */
export const GET = deskRoute<{ id: string }>(async (actor, _request, { id }) =>
	Response.json(await getArticleChecks(actor, id)),
);

const Answer = z.discriminatedUnion('act', [
	IgnoreInput.omit({ articleId: true }).extend({ act: z.literal('ignore') }),
	HeedInput.omit({ articleId: true }).extend({ act: z.literal('heed') }),
	z.strictObject({ act: z.literal('word'), wrong: z.string() }),
]);

/** Answers a hit: 忽略, the way back, or 加入词典. */
export const POST = deskRoute<{ id: string }>(async (actor, request, { id: articleId }) => {
	const input = parseInput(Answer, await readJson(request));
	if (input.act === 'word') await addTerm(actor, parseInput(AddTermInput, { rule: 'dictionary', wrong: input.wrong }));
	else if (input.act === 'heed') await heedHit(actor, { articleId, rule: input.rule, text: input.text });
	else await ignoreHit(actor, { articleId, rule: input.rule, text: input.text, reason: input.reason });
	return Response.json({ ok: true });
});

const maxBytes = 64_000;

async function readJson(request: Request): Promise<unknown> {
	const bytes = await readBytes(request, maxBytes, () => new Refusal('too-large', '这段文字太长，没有记下。'));
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		throw new Refusal('invalid', '请求不完整，请刷新页面后再试。');
	}
}
