import { readerPage } from '@/lib/site/door';
import { columnLeafPage } from '@/lib/site/page/heading';

export const GET = readerPage(columnLeafPage);
