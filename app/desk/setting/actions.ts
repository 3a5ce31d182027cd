'use server';
import { deskAction } from '@/lib/action';
import { PaperInput } from '@/lib/edition/paper/schema';
import { changePaper } from '@/lib/edition/paper/write';
import { ReviewModeInput } from '@/lib/workflow/schema';
import { setReviewMode } from '@/lib/workflow/write';

export const setReviewModeAction = deskAction(ReviewModeInput, setReviewMode);
export const changePaperAction = deskAction(PaperInput, changePaper);
