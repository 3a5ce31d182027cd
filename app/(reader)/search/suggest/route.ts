import { readerPage } from '@/lib/site/door';
import { suggestPage } from '@/lib/site/page/search';

export const GET = readerPage(suggestPage);
