import { answerLinkPicture } from '@/lib/preview/answer';

interface Context {
	params: Promise<{ token: string; id: string; file: string }>;
}

/** The pictures of that story, by the same seal: readers have none of them yet. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
	const { token, id, file } = await params;
	return answerLinkPicture(token, id, file);
}
