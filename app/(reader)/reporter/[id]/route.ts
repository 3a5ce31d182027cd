import { readerPage } from '@/lib/site/door';
import { reporterPage } from '@/lib/site/page/reporter';

export const GET = readerPage(reporterPage);
