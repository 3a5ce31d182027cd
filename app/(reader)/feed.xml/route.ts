import { readerPage } from '@/lib/site/door';
import { feedPage } from '@/lib/site/page/feeds';

export const GET = readerPage(feedPage);
