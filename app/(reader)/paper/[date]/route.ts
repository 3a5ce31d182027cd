import { readerPage } from '@/lib/site/door';
import { editionPage } from '@/lib/site/page/paper';

export const GET = readerPage(editionPage);
