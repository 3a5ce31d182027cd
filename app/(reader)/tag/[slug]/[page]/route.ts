import { readerPage } from '@/lib/site/door';
import { tagFeedPages } from '@/lib/site/page/feeds';
import { tagPages } from '@/lib/site/page/heading';

export const GET = readerPage(...tagFeedPages, tagPages.later);
