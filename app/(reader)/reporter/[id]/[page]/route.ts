import { readerPage } from '@/lib/site/door';
import { reporterLeafPage } from '@/lib/site/page/reporter';

export const GET = readerPage(reporterLeafPage);
