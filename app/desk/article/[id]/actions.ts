'use server';
import { z } from 'zod';
import { deskAction } from '@/lib/action';
import { correctArticle, withdrawArticle } from '@/lib/edition/amend';
import { publishOnline, signOffOnline, timeArticle } from '@/lib/edition/publish-online';
import { TimeArticleInput } from '@/lib/edition/schema';
import { reporterChoices } from '@/lib/reporter/read';
import { ActInput, HoldInput, ReturnInput, ScheduleInput, SignInput, WithdrawInput } from '@/lib/workflow/schema';
import {
	holdArticle,
	recallArticle,
	releaseArticle,
	returnArticle,
	reviveArticle,
	scheduleArticle,
	signFirst,
	signOffArticle,
	signSecond,
	spikeArticle,
	submitArticle,
	takeArticle,
	unsignArticle,
} from '@/lib/workflow/write';

export const submitAction = deskAction(ActInput, submitArticle);
export const recallAction = deskAction(ActInput, recallArticle);
export const takeAction = deskAction(ActInput, takeArticle);
export const signFirstAction = deskAction(SignInput, signFirst);
export const signSecondAction = deskAction(SignInput, signSecond);
export const signOffAction = deskAction(SignInput, signOffArticle);
export const unsignAction = deskAction(ActInput, unsignArticle);
export const holdAction = deskAction(HoldInput, holdArticle);
export const releaseAction = deskAction(ActInput, releaseArticle);
export const scheduleAction = deskAction(ScheduleInput, scheduleArticle);
export const returnAction = deskAction(ReturnInput, returnArticle);
export const spikeAction = deskAction(ActInput, spikeArticle);
export const reviveAction = deskAction(ActInput, reviveArticle);
export const correctAction = deskAction(ActInput, correctArticle);
export const publishOnlineAction = deskAction(ActInput, publishOnline);
export const signOffOnlineAction = deskAction(SignInput, signOffOnline);
export const timeAction = deskAction(TimeArticleInput, timeArticle);
export const withdrawAction = deskAction(WithdrawInput, withdrawArticle);

const ReporterQuery = z.strictObject({ query: z.string().max(60) });
export const findReportersAction = deskAction(ReporterQuery, (actor, { query }) => reporterChoices(actor, query));
