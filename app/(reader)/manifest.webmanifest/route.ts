import { readerPage } from '@/lib/site/door';
import { manifestPage } from '@/lib/site/page/app';

export const GET = readerPage(manifestPage);
