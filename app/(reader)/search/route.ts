import { readerPage } from '@/lib/site/door';
import { searchPage } from '@/lib/site/page/search';

export const GET = readerPage(searchPage);
