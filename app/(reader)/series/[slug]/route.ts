import { readerPage } from '@/lib/site/door';
import { seriesPages } from '@/lib/site/page/heading';

export const GET = readerPage(seriesPages.first);
