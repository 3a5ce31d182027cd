import { readerPage } from '@/lib/site/door';
import { pagePicturePage } from '@/lib/site/page/page-picture';

export const GET = readerPage(pagePicturePage);
