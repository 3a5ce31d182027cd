'use client';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action';

/** Why an act did not happen: a sentence, and one for each field that is at fault. */
export interface ActionError {
	message: string;
	fields: Record<string, string>;
}

export interface ActionState<Input, Value> {
	/** Runs it. `onDone` is called when it has happened; what it changed on the screen is read anew. */
	run: (input: Input, onDone?: (value: Value) => void, onError?: (error: ActionError) => void) => void;
	pending: boolean;
	/** Stands until the next run or `clear`; what was entered stays where it is. */
	error: ActionError | undefined;
	clear: () => void;
}

/**
 * Runs a desk action from a screen. Never throws and never clears a form: a refusal, a dead network
 * and a broken server all end in `error`.
 */
export function useAction<Input, Value>(
	action: (input: Input) => Promise<ActionResult<Value>>,
): ActionState<Input, Value> {
	const router = useRouter();
	const [pending, startTransition] = useTransition();
	const [error, setError] = useState<ActionError>();
	return {
		pending,
		error,
		clear: () => setError(undefined),
		run(input, onDone, onError) {
			setError(undefined);
			startTransition(async () => {
				const outcome = await attempt(action, input);
				startTransition(() => {
					if (!outcome.ok) {
						setError(outcome.error);
						onError?.(outcome.error);
						return;
					}
					router.refresh();
					onDone?.(outcome.value);
				});
			});
		},
	};
}

type Outcome<Value> = { ok: true; value: Value } | { ok: false; error: ActionError };

async function attempt<Input, Value>(
	action: (input: Input) => Promise<ActionResult<Value>>,
	input: Input,
): Promise<Outcome<Value>> {
	try {
		const result = await action(input);
		if (result.ok) return result;
		return { ok: false, error: { message: result.message, fields: result.fields ?? {} } };
	} catch (error) {
		if (isRedirect(error)) throw error;
		const message = navigator.onLine
			? '服务器出了错，没有执行。填写的内容还在，请稍后再试。'
			: '网络断开了，没有执行。填写的内容还在，连上后再试。';
		return { ok: false, error: { message, fields: {} } };
	}
}

/** A lapsed session answers with a redirect to the sign-in page, which Next carries out. */
function isRedirect(error: unknown): boolean {
	return typeof error === 'object' && error !== null && 'digest' in error && String(error.digest).startsWith('NEXT_');
}
