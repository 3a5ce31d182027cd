'use server';
import { deskAction } from '@/lib/action';
import { checkChain, hasAnchor } from '@/lib/trace/read';
import { Anchor, CheckChainInput } from '@/lib/trace/schema';

export const checkChainAction = deskAction(CheckChainInput, checkChain);
export const hasAnchorAction = deskAction(Anchor, hasAnchor);
