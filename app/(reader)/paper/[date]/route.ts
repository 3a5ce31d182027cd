import { readerPage } from '@/lib/site/door';
import { editionPage } from '@/lib/site/page/paper';
import { editionPdfPage } from '@/lib/site/page/paper-pdf';

export const GET = readerPage(editionPdfPage, editionPage);
