import { readerPage } from '@/lib/site/door';
import { correctionLeafPage } from '@/lib/site/page/correction';

export const GET = readerPage(correctionLeafPage);
