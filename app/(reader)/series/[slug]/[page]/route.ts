import { readerPage } from '@/lib/site/door';
import { seriesLeafPage } from '@/lib/site/page/heading';

export const GET = readerPage(seriesLeafPage);
