import { readerPage } from '@/lib/site/door';
import { correctionPage } from '@/lib/site/page/correction';

export const GET = readerPage(correctionPage);
