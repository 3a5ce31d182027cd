import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { StepInput } from '@/lib/edition/design/schema';
import { getDeskPage } from '@/lib/edition/desk/read';
import { changePage } from '@/lib/edition/desk/write';

const maxBytes = 20_000;

/** The page as it stands. */
export const GET = deskRoute<{ id: string }>(async (actor, _request, { id }) =>
	Response.json(await getDeskPage(actor, id)),
);

/** One act of make-up, 撤销 or 重做; answers the page as it stands then. A route, since a hand waits for it. */
export const POST = deskRoute<{ id: string }>(async (actor, request, { id }) =>
	Response.json(await changePage(actor, id, parseInput(StepInput, await readJson(request, maxBytes)))),
);
