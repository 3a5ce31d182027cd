'use server';
import { deskAction } from '@/lib/action';
import { AddTermInput, ImportTermsInput, SwitchRuleInput, TermInput, UpdateTermInput } from '@/lib/check/schema';
import { addTerm, importTerms, retireTerm, switchRule, updateTerm } from '@/lib/check/write';

export const addTermAction = deskAction(AddTermInput, addTerm);
export const updateTermAction = deskAction(UpdateTermInput, updateTerm);
export const retireTermAction = deskAction(TermInput, retireTerm);
export const importTermsAction = deskAction(ImportTermsInput, importTerms);
export const switchRuleAction = deskAction(SwitchRuleInput, switchRule);
