import { renderAsset } from '@/lib/site/asset';
import { readerFile } from '@/lib/site/door';

export const GET = readerFile(renderAsset);
