'use server';
import { deskAction } from '@/lib/action';
import {
	CreateHeadingInput,
	HeadingInput,
	MoveHeadingInput,
	ProposeSlugInput,
	UpdateHeadingInput,
} from '@/lib/column/schema';
import {
	createHeading,
	moveHeading,
	proposeSlug,
	restoreHeading,
	retireHeading,
	updateHeading,
} from '@/lib/column/write';

export const createHeadingAction = deskAction(CreateHeadingInput, createHeading);
export const proposeSlugAction = deskAction(ProposeSlugInput, proposeSlug);
export const updateHeadingAction = deskAction(UpdateHeadingInput, updateHeading);
export const moveHeadingAction = deskAction(MoveHeadingInput, moveHeading);
export const retireHeadingAction = deskAction(HeadingInput, retireHeading);
export const restoreHeadingAction = deskAction(HeadingInput, restoreHeading);
