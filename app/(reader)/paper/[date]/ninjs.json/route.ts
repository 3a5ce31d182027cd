import { readerPage } from '@/lib/site/door';
import { editionNinjsPage } from '@/lib/site/page/ninjs';

export const GET = readerPage(editionNinjsPage);
