import { readerPage } from '@/lib/site/door';
import { sitemapPage } from '@/lib/site/page/feeds';

export const GET = readerPage(sitemapPage);
