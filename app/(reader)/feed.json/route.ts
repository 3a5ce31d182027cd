import { readerPage } from '@/lib/site/door';
import { feedPages } from '@/lib/site/page/feeds';

export const GET = readerPage(...feedPages);
