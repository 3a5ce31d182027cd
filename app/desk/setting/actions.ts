'use server';
import { deskAction } from '@/lib/action';
import { ReviewModeInput } from '@/lib/workflow/schema';
import { setReviewMode } from '@/lib/workflow/write';

export const setReviewModeAction = deskAction(ReviewModeInput, setReviewMode);
