import { readerPage } from '@/lib/site/door';
import { paperPdfPage } from '@/lib/site/page/paper-pdf';

export const GET = readerPage(paperPdfPage);
