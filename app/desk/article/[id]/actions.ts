'use server';
import { z } from 'zod';
import { deskAction } from '@/lib/action';
import { correctArticle, withdrawArticle } from '@/lib/edition/publish';
import { reporterChoices } from '@/lib/reporter/read';
import { ActInput, CorrectInput, ReturnInput, WithdrawInput } from '@/lib/workflow/schema';
import {
	recallArticle,
	returnArticle,
	reviveArticle,
	signOffArticle,
	spikeArticle,
	submitArticle,
} from '@/lib/workflow/write';

export const submitAction = deskAction(ActInput, submitArticle);
export const recallAction = deskAction(ActInput, recallArticle);
export const signOffAction = deskAction(ActInput, signOffArticle);
export const returnAction = deskAction(ReturnInput, returnArticle);
export const spikeAction = deskAction(ActInput, spikeArticle);
export const reviveAction = deskAction(ActInput, reviveArticle);
export const correctAction = deskAction(CorrectInput, correctArticle);
export const withdrawAction = deskAction(WithdrawInput, withdrawArticle);

const ReporterQuery = z.strictObject({ query: z.string().max(60) });
export const findReportersAction = deskAction(ReporterQuery, (actor, { query }) => reporterChoices(actor, query));
