// A thread of its own: making up a page takes up to some seconds of computing, in which the server must go on answering.
import { makeUpPage } from '@/lib/makeup/make-up-page';
import { remakePage } from '@/lib/makeup/remake';
import { answerJobs } from '@/lib/thread';
import type { MakeUpJob } from './composer';
import { sorted } from './design/sorted';

await answerJobs(({ brief, options, from }: MakeUpJob) =>
	from ? remakePage(sorted(from), sorted(brief), options) : makeUpPage(brief, options),
);
