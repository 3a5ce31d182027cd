import { readerPage } from '@/lib/site/door';
import { qrPage } from '@/lib/site/page/share';

export const GET = readerPage(qrPage);
