import { readerPage } from '@/lib/site/door';
import { sitemapPage } from '@/lib/site/page/sitemap';

export const GET = readerPage(sitemapPage);
