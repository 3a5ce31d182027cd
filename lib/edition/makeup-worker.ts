// A thread of its own: making up a page takes up to some seconds of computing, in which the server must go on answering.
import { makeUpPage } from '@/lib/makeup/make-up-page';
import { answerJobs } from '@/lib/thread';
import type { MakeUpJob } from './composer';

await answerJobs(({ brief, options }: MakeUpJob) => makeUpPage(brief, options));
