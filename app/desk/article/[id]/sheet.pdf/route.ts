import { deskRoute } from '@/app/api/desk-route';
import { printReviewSheet, sheetTitle } from '@/lib/review-sheet/print-review-sheet';
import { getReviewSheet } from '@/lib/review-sheet/read';

/** The review sheet as a PDF. */
export const GET = deskRoute<{ id: string }>(async (actor, _request, { id }) => {
	const sheet = await getReviewSheet(actor, id);
	const pdf = await printReviewSheet(sheet);
	const name = encodeURIComponent(`${sheetTitle(sheet)}.pdf`);
	return new Response(new Uint8Array(pdf), {
		headers: {
			'Content-Type': 'application/pdf',
			'Content-Disposition': `inline; filename="${id}.pdf"; filename*=UTF-8''${name}`,
			'Cache-Control': 'no-store',
		},
	});
});
