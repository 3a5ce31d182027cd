import { readerPage } from '@/lib/site/door';
import { offlinePage } from '@/lib/site/page/app';

export const GET = readerPage(offlinePage);
