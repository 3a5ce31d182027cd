import { readerFile } from '@/lib/site/door';
import { renderPicture } from '@/lib/site/picture';

export const GET = readerFile(renderPicture);
