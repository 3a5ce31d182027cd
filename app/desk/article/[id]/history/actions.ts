'use server';
import { deskAction } from '@/lib/action';
import { RestoreInput } from '@/lib/article/history/schema';
import { restoreRevision } from '@/lib/article/history/write';

export const restoreAction = deskAction(RestoreInput, restoreRevision);
