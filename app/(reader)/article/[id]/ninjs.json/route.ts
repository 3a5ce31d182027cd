import { readerPage } from '@/lib/site/door';
import { articleNinjsPage } from '@/lib/site/page/ninjs';

export const GET = readerPage(articleNinjsPage);
