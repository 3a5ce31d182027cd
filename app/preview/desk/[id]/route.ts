import { deskRoute } from '@/app/api/desk-route';
import { answerFrame } from '@/lib/preview/answer';

/** The same page in a frame of the desk, for who is signed in. */
export const GET = deskRoute<{ id: string }>((actor, _request, { id }) => answerFrame(actor, id));
