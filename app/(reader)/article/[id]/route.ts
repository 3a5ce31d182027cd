import { readerPage } from '@/lib/site/door';
import { articlePage } from '@/lib/site/page/article';

export const GET = readerPage(articlePage);
