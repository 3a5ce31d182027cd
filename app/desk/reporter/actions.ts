'use server';
import { deskAction } from '@/lib/action';
import { must } from '@/lib/auth/can';
import { pinyinOf } from '@/lib/reporter/reporter';
import { CreateReporterInput, NameInput, ReporterInput, UpdateReporterInput } from '@/lib/reporter/schema';
import { createReporter, restoreReporter, retireReporter, updateReporter } from '@/lib/reporter/write';

export const createReporterAction = deskAction(CreateReporterInput, createReporter);
export const updateReporterAction = deskAction(UpdateReporterInput, updateReporter);
export const retireReporterAction = deskAction(ReporterInput, retireReporter);
export const restoreReporterAction = deskAction(ReporterInput, restoreReporter);

/** The dictionary of readings is too large for the browser. */
export const proposePinyinAction = deskAction(NameInput, async (actor, { name }) => {
	must(actor, 'reporter.read');
	return pinyinOf(name);
});
