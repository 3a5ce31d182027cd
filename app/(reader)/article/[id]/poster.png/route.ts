import { readerPage } from '@/lib/site/door';
import { posterPage } from '@/lib/site/page/share';

export const GET = readerPage(posterPage);
