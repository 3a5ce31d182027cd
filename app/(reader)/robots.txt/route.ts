import { readerPage } from '@/lib/site/door';
import { robotsPage } from '@/lib/site/page/feeds';

export const GET = readerPage(robotsPage);
