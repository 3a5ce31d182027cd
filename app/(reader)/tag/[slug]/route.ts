import { readerPage } from '@/lib/site/door';
import { tagPages } from '@/lib/site/page/heading';

export const GET = readerPage(tagPages.first);
