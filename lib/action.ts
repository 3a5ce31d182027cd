import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { Actor } from '@/lib/auth/roles';
import { requireActor } from '@/lib/auth/session';
import { Refusal, type RefusalCode } from '@/lib/errors';
import { toStorable } from '@/lib/text';

/** What a screen gets back: the value, or a sentence for the user. */
export type ActionResult<Value> =
	| { ok: true; value: Value }
	| { ok: false; code: RefusalCode; message: string; fields?: Record<string, string> };

/**
 * The one door for writes from the desk: signs the caller in, parses the input, runs the command.
 * Only a Refusal becomes a result; everything else is logged by Next and thrown on.
 */
export function deskAction<Schema extends z.ZodType, Value>(
	schema: Schema,
	command: (actor: Actor, input: z.output<Schema>) => Promise<Value>,
): (input: z.input<Schema>) => Promise<ActionResult<Value>> {
	return async (input) => {
		const actor = await requireActor();
		const parsed = schema.safeParse(toStorable(input));
		if (!parsed.success) return { ok: false, ...invalid(parsed.error) };
		try {
			return { ok: true, value: await command(actor, parsed.data) };
		} catch (error) {
			unstable_rethrow(error);
			return { ok: false, ...refusalOf(error) };
		}
	};
}

/** The first issue of each field, in words; the form shows them beside its inputs. */
export function invalid(error: z.ZodError): { code: RefusalCode; message: string; fields: Record<string, string> } {
	const fields: Record<string, string> = {};
	for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
	const first = Object.values(fields)[0] ?? '';
	return { code: 'invalid', message: `内容有误：${first}`, fields };
}

/** A Refusal as a plain result; anything else is a bug and is thrown on. */
export function refusalOf(error: unknown): { code: RefusalCode; message: string; fields?: Record<string, string> } {
	// Not instanceof alone: the server and Next's bundle each have a class of that name.
	if (error instanceof Refusal || (error instanceof Error && error.name === 'Refusal')) {
		const { code, message, fields } = error as Refusal;
		return { code, message, fields };
	}
	throw error;
}
