import { readerPage } from '@/lib/site/door';
import { columnPage } from '@/lib/site/page/heading';

export const GET = readerPage(columnPage);
