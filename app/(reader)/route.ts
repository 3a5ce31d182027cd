import { readerPage } from '@/lib/site/door';
import { frontPage } from '@/lib/site/page/front';

export const GET = readerPage(frontPage);
