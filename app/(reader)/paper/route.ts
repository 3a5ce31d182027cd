import { readerPage } from '@/lib/site/door';
import { latestPaperPage } from '@/lib/site/page/paper';

export const GET = readerPage(latestPaperPage);
