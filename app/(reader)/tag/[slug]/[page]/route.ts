import { readerPage } from '@/lib/site/door';
import { tagLeafPage } from '@/lib/site/page/heading';

export const GET = readerPage(tagLeafPage);
