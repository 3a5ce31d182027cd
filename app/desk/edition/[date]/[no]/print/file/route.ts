import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { PressInput } from '@/lib/press/schema';
import { printForPress } from '@/lib/press/write';

/** A request is four choices. */
const mostBytes = 4096;

/** 导出印刷 PDF */
export const POST = deskRoute(async (actor, request) => {
	const input = parseInput(PressInput, await readJson(request, mostBytes));
	const { name, pdf } = await printForPress(actor, input);
	return new Response(new Uint8Array(pdf), {
		headers: {
			'Content-Type': 'application/pdf',
			'Content-Disposition': `attachment; filename="page.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
			'Cache-Control': 'no-store',
		},
	});
});
