import { readerPage } from '@/lib/site/door';
import { seriesPage } from '@/lib/site/page/heading';

export const GET = readerPage(seriesPage);
