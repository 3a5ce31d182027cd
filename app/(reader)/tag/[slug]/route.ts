import { readerPage } from '@/lib/site/door';
import { tagPage } from '@/lib/site/page/heading';

export const GET = readerPage(tagPage);
