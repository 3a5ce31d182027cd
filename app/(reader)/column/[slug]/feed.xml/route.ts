import { readerPage } from '@/lib/site/door';
import { columnFeedPage } from '@/lib/site/page/feeds';

export const GET = readerPage(columnFeedPage);
