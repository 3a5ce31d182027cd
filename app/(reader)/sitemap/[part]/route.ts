import { readerPage } from '@/lib/site/door';
import { monthSitemapPage, siteSitemapPage } from '@/lib/site/page/sitemap';

export const GET = readerPage(siteSitemapPage, monthSitemapPage);
