import { readerPage } from '@/lib/site/door';
import { reporterPages } from '@/lib/site/page/reporter';

export const GET = readerPage(reporterPages.first);
