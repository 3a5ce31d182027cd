import { readerPage } from '@/lib/site/door';
import { columnFeedPages } from '@/lib/site/page/feeds';
import { columnPages } from '@/lib/site/page/heading';

export const GET = readerPage(...columnFeedPages, columnPages.later);
