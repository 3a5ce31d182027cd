// A thread of its own beside the composer's: who types must not wait for a page that is being made up.
import { fitCopy } from '@/lib/makeup/copyfit';
import { answerJobs } from '@/lib/thread';
import type { FitJob } from './measurer';

await answerJobs(({ made, story }: FitJob) => fitCopy(made, story) ?? null);
