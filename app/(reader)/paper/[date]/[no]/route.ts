import { readerPage } from '@/lib/site/door';
import { paperPage } from '@/lib/site/page/paper';
import { paperPdfPage } from '@/lib/site/page/paper-pdf';

export const GET = readerPage(paperPdfPage, paperPage);
