import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { siteTags } from '@/lib/site/tags';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import { Footer } from './footer';
import { Imprint } from './imprint';
import type { PaperInput } from './schema';

/** Changes what the paper says of itself; every page of the site shows some of it. */
export async function changePaper(actor: Actor, input: PaperInput): Promise<void> {
	must(actor, 'setting.manage');
	await db.$transaction(async (tx) => {
		const before = await tx.paper.findUniqueOrThrow({ where: { id: actor.paperId } });
		await tx.paper.update({ where: { id: before.id }, data: input });
		const { name, slogan, cnNumber, sponsor } = before;
		const was = {
			name,
			slogan,
			cnNumber,
			sponsor,
			...Imprint.parse(before.imprint),
			...Footer.parse(before.footer ?? {}),
		};
		const { imprint, footer, ...own } = input;
		const changed = Object.entries({ ...own, ...imprint, ...footer }).filter(
			([key, value]) => was[key as keyof typeof was] !== value,
		);
		if (changed.length === 0) return;
		await writeTrace(tx, actor, {
			act: 'paper.change',
			subjectType: 'paper',
			subjectId: before.id,
			subject: input.name,
			detail: {
				before: Object.fromEntries(changed.map(([key]) => [key, was[key as keyof typeof was]])),
				after: Object.fromEntries(changed),
			},
		});
		await writeOutbox(tx, actor, 'paper.change', before.id, [siteTags.paper]);
	});
}
