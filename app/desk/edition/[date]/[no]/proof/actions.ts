'use server';
import { deskAction } from '@/lib/action';
import { lockPage, unlockPage } from '@/lib/edition/proof/lock';
import { createMark, removeMark, settleMark } from '@/lib/edition/proof/mark-write';
import {
	CreateMarkInput,
	LockInput,
	PullInput,
	RemoveMarkInput,
	SettleMarkInput,
	SignProofInput,
	UnlockInput,
} from '@/lib/edition/proof/schema';
import { pullProof, signProof } from '@/lib/edition/proof/write';

export const pullProofAction = deskAction(PullInput, pullProof);
export const signProofAction = deskAction(SignProofInput, signProof);
export const createMarkAction = deskAction(CreateMarkInput, createMark);
export const removeMarkAction = deskAction(RemoveMarkInput, removeMark);
export const settleMarkAction = deskAction(SettleMarkInput, settleMark);
export const lockPageAction = deskAction(LockInput, lockPage);
export const unlockPageAction = deskAction(UnlockInput, unlockPage);
