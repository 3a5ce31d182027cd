import { readerPage } from '@/lib/site/door';
import { paperPage } from '@/lib/site/page/paper';

export const GET = readerPage(paperPage);
