import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { PlanInput } from '@/lib/article/plan/schema';
import { planArticle } from '@/lib/article/plan/write';

const maxBytes = 1000;

/** 计划字数. A route and not an action: the page's own answer would wait behind it. */
export const PUT = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	await planArticle(actor, parseInput(PlanInput, { ...(await readJson(request, maxBytes)), id }));
	return Response.json({ ok: true });
});
