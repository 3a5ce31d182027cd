// A thread beside the composer's: a hand on the page must not wait for another page that is being improved.
import { answerJobs } from '@/lib/thread';
import type { DesignJob } from './designer';
import { curesOf, perform, stopsFor } from './perform';
import { sorted } from './sorted';

await answerJobs((job: DesignJob) => {
	if (job.kind === 'cures') return curesOf(sorted(job.made));
	if (job.kind === 'stops') return stopsFor(sorted(job.made), job.story);
	return perform(sorted(job.standing), job.op, job.model) ?? null;
});
