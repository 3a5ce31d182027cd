// A thread of its own beside the composer's: who types must not wait for a page that is being made up.
import { fitSlot } from '@/lib/makeup/slot';
import { answerJobs } from '@/lib/thread';
import type { SlotJob } from './measurer';

await answerJobs(({ made, story }: SlotJob) => fitSlot(made, story) ?? null);
