import { readerPage } from '@/lib/site/door';
import { columnPages } from '@/lib/site/page/heading';

export const GET = readerPage(columnPages.first);
