import { readerPage } from '@/lib/site/door';
import { robotsPage } from '@/lib/site/page/sitemap';

export const GET = readerPage(robotsPage);
