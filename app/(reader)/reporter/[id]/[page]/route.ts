import { readerPage } from '@/lib/site/door';
import { reporterFeedPages } from '@/lib/site/page/feeds';
import { reporterPages } from '@/lib/site/page/reporter';

export const GET = readerPage(...reporterFeedPages, reporterPages.later);
