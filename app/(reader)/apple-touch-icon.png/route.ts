import { readerPage } from '@/lib/site/door';
import { iconPages } from '@/lib/site/page/app';

export const GET = readerPage(...iconPages);
