import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { Footer } from './footer';
import { type House, Imprint } from './imprint';
import type { PaperInput } from './schema';

/** What a newspaper's pages say of it. */
export async function getHouse({ paperId }: Actor): Promise<House> {
	const row = await db.paper.findUniqueOrThrow({
		where: { id: paperId },
		select: { name: true, cnNumber: true, sponsor: true, imprint: true },
	});
	return { ...row, imprint: Imprint.parse(row.imprint) };
}

/** 报纸设置 as they are. */
export async function getPaperSettings(actor: Actor): Promise<PaperInput> {
	must(actor, 'setting.manage');
	const { footer, imprint, ...row } = await db.paper.findUniqueOrThrow({
		where: { id: actor.paperId },
		select: { name: true, slogan: true, cnNumber: true, sponsor: true, imprint: true, footer: true },
	});
	return { ...row, imprint: Imprint.parse(imprint), footer: Footer.parse(footer ?? {}) };
}
