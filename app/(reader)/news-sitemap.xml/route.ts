import { readerPage } from '@/lib/site/door';
import { newsSitemapPage } from '@/lib/site/page/sitemap';

export const GET = readerPage(newsSitemapPage);
