import { readerPage } from '@/lib/site/door';
import { movedPdfPage } from '@/lib/site/page/paper-pdf';

export const GET = readerPage(movedPdfPage);
