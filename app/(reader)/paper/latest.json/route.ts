import { readerPage } from '@/lib/site/door';
import { latestEditionPage } from '@/lib/site/page/app';

export const GET = readerPage(latestEditionPage);
