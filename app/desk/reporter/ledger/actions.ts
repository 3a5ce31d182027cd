'use server';
import { deskAction } from '@/lib/action';
import {
	AddPersonInput,
	AddTitleInput,
	MergeInput,
	PersonInput,
	TitleInput,
	TitleSpanInput,
} from '@/lib/reporter/ledger/schema';
import {
	addPerson,
	addTitle,
	confirmTitle,
	mergePeople,
	rejectTitle,
	restorePerson,
	retirePerson,
} from '@/lib/reporter/ledger/write';

export const addPersonAction = deskAction(AddPersonInput, addPerson);
export const addTitleAction = deskAction(AddTitleInput, addTitle);
export const confirmTitleAction = deskAction(TitleSpanInput, confirmTitle);
export const rejectTitleAction = deskAction(TitleInput, rejectTitle);
export const mergePeopleAction = deskAction(MergeInput, mergePeople);
export const retirePersonAction = deskAction(PersonInput, retirePerson);
export const restorePersonAction = deskAction(PersonInput, restorePerson);
