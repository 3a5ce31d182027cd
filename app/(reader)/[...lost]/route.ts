import { lostPage } from '@/lib/site/door';

export const GET = lostPage();
