// One process that publishes what is due, as the site does; ends when it is killed.
import { startJobs } from '@/lib/job/start';

startJobs();
process.send?.('ready');
