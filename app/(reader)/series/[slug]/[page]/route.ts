import { readerPage } from '@/lib/site/door';
import { seriesFeedPages } from '@/lib/site/page/feeds';
import { seriesPages } from '@/lib/site/page/heading';

export const GET = readerPage(...seriesFeedPages, seriesPages.later);
