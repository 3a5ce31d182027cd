'use server';
import { deskAction } from '@/lib/action';
import { NoticeInput, WaiveNoticeInput } from '@/lib/edition/notice/schema';
import { waiveNotice, writeNotice } from '@/lib/edition/notice/write';
import {
	CopyEditionInput,
	CreateSlotInput,
	DeadlinesInput,
	HolderInput,
	MoveSlotInput,
	SlotInput,
	UpdateSlotInput,
} from '@/lib/edition/plan/schema';
import {
	copyEdition,
	createSlot,
	moveSlot,
	removeSlot,
	setDeadlines,
	setHolder,
	updateSlot,
} from '@/lib/edition/plan/write';
import { publishEdition } from '@/lib/edition/publish';
import {
	ChangePlacementInput,
	CreateEditionInput,
	CreatePageInput,
	EditionInput,
	MovePageInput,
	MovePlacementInput,
	PageInput,
	PlaceInput,
	TimeEditionInput,
	UnplaceInput,
	UpdateEditionInput,
	UpdatePageInput,
} from '@/lib/edition/schema';
import {
	changePlacement,
	createEdition,
	createPage,
	movePage,
	movePlacement,
	placeArticle,
	removePage,
	restoreEdition,
	retireEdition,
	timeEdition,
	unplaceArticle,
	updateEdition,
	updatePage,
} from '@/lib/edition/write';
import { stagePages } from '@/lib/site/stage';

export const createEditionAction = deskAction(CreateEditionInput, createEdition);
export const copyEditionAction = deskAction(CopyEditionInput, copyEdition);
export const updateEditionAction = deskAction(UpdateEditionInput, updateEdition);
export const retireEditionAction = deskAction(EditionInput, retireEdition);
export const restoreEditionAction = deskAction(EditionInput, restoreEdition);
export const publishEditionAction = deskAction(EditionInput, (actor, input) =>
	publishEdition(actor, input, stagePages),
);

export const timeEditionAction = deskAction(TimeEditionInput, timeEdition);
export const writeNoticeAction = deskAction(NoticeInput, writeNotice);
export const waiveNoticeAction = deskAction(WaiveNoticeInput, waiveNotice);

export const createPageAction = deskAction(CreatePageInput, createPage);
export const updatePageAction = deskAction(UpdatePageInput, updatePage);
export const movePageAction = deskAction(MovePageInput, movePage);
export const removePageAction = deskAction(PageInput, removePage);

export const setDeadlinesAction = deskAction(DeadlinesInput, setDeadlines);
export const setHolderAction = deskAction(HolderInput, setHolder);

export const createSlotAction = deskAction(CreateSlotInput, createSlot);
export const updateSlotAction = deskAction(UpdateSlotInput, updateSlot);
export const moveSlotAction = deskAction(MoveSlotInput, moveSlot);
export const removeSlotAction = deskAction(SlotInput, removeSlot);

export const placeArticleAction = deskAction(PlaceInput, placeArticle);
export const unplaceArticleAction = deskAction(UnplaceInput, unplaceArticle);
export const changePlacementAction = deskAction(ChangePlacementInput, changePlacement);
export const movePlacementAction = deskAction(MovePlacementInput, movePlacement);
