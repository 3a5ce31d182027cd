// A thread of its own: setting a clipping takes a tenth of a second of computing, in which the server must go on answering.
import sharp from 'sharp';
import { answerJobs } from '@/lib/thread';
import type { ShareJob } from './artist';
import { makeShareImage } from './make';

sharp.cache(false);
sharp.concurrency(1);

await answerJobs(({ kind, story }: ShareJob) => makeShareImage(kind, story));
