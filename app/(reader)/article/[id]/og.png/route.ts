import { readerPage } from '@/lib/site/door';
import { linkImagePage } from '@/lib/site/page/share';

export const GET = readerPage(linkImagePage);
