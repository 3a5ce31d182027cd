'use server';
import { deskAction } from '@/lib/action';
import { CreatePreviewInput, RevokePreviewInput } from '@/lib/preview/schema';
import { createPreview, revokePreview } from '@/lib/preview/write';

export const createPreviewAction = deskAction(CreatePreviewInput, createPreview);
export const revokePreviewAction = deskAction(RevokePreviewInput, revokePreview);
