import { readerPage } from '@/lib/site/door';
import { workerPage } from '@/lib/site/page/app';

export const GET = readerPage(workerPage);
