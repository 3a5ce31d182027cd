import { readerPage } from '@/lib/site/door';
import { paperFeedPage } from '@/lib/site/page/feeds';

export const GET = readerPage(paperFeedPage);
