import { answerLink } from '@/lib/preview/answer';

/** A story that is not out, for whoever holds the link: its seal is the permission. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
	const { token } = await params;
	return answerLink(token);
}
