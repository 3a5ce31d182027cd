import { readerPage } from '@/lib/site/door';
import { paperFeedPages } from '@/lib/site/page/feeds';
import { editionPage } from '@/lib/site/page/paper';
import { editionPdfPage } from '@/lib/site/page/paper-pdf';

export const GET = readerPage(...paperFeedPages, editionPdfPage, editionPage);
