import { pinyin } from 'pinyin-pro';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db, isUniqueViolation } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { siteTags } from '@/lib/site/tags';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import { headingNames } from './heading';
import { headingTable } from './read';
import type {
	CreateHeadingInput,
	HeadingInput,
	HeadingKind,
	MoveHeadingInput,
	ProposeSlugInput,
	UpdateHeadingInput,
} from './schema';

/** A URL name from a Chinese one: 一把手访谈 → yibashou-fangtan-like pinyin, Latin kept. */
export function slugOf(name: string): string {
	const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
	const slug = syllables
		.join('-')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return slug.slice(0, 60).replace(/-+$/, '');
}

/** What `createHeading` would take for an address where none is given; empty where the name has no syllables. */
export async function proposeSlug(actor: Actor, { name }: ProposeSlugInput): Promise<string> {
	must(actor, 'column.manage');
	return slugOf(name);
}

/** Creates a column, series or tag at the end of the paper's order. */
export async function createHeading(actor: Actor, input: CreateHeadingInput): Promise<{ id: string; slug: string }> {
	must(actor, 'column.manage');
	const slug = input.slug ?? slugOf(input.name);
	if (!slug) throw new Refusal('invalid', '请填写网址名', { slug: '名称里没有可以拼成网址的字，请填写网址名' });
	return unlessTaken(input.kind, () =>
		db.$transaction(async (tx) => {
			const table = headingTable(tx, input.kind);
			const last = await table.aggregate({ where: { paperId: actor.paperId }, _max: { order: true } });
			const row = {
				id: newId(),
				paperId: actor.paperId,
				slug,
				name: input.name,
				intro: input.intro,
				order: (last._max.order ?? 0) + 1,
			};
			if (input.kind === 'column') await tx.column.create({ data: { ...row, kind: input.columnKind } });
			else await table.create({ data: row });
			await record(tx, actor, input.kind, 'create', row);
			return { id: row.id, slug };
		}),
	);
}

/** Renames it or changes its introduction; the URL stays. */
export async function updateHeading(actor: Actor, input: UpdateHeadingInput): Promise<void> {
	must(actor, 'column.manage');
	await unlessTaken(input.kind, () =>
		db.$transaction(async (tx) => {
			const before = await getHeading(tx, actor, input);
			const data = { name: input.name, intro: input.intro };
			if (input.kind === 'column') {
				await tx.column.update({ where: { id: input.id }, data: { ...data, kind: input.columnKind } });
			} else await headingTable(tx, input.kind).update({ where: { id: input.id }, data });
			await record(tx, actor, input.kind, 'update', { id: input.id, name: input.name }, { from: before.name });
		}),
	);
}

/** Moves it one place up or down among those in use. */
export async function moveHeading(actor: Actor, input: MoveHeadingInput): Promise<void> {
	must(actor, 'column.manage');
	await db.$transaction(async (tx) => {
		const table = headingTable(tx, input.kind);
		const row = await getHeading(tx, actor, input);
		const neighbour = await table.findFirst({
			where: {
				paperId: actor.paperId,
				retiredAt: null,
				order: input.to === 'up' ? { lt: row.order } : { gt: row.order },
			},
			orderBy: { order: input.to === 'up' ? 'desc' : 'asc' },
		});
		if (!neighbour) return;
		await table.update({ where: { id: row.id }, data: { order: neighbour.order } });
		await table.update({ where: { id: neighbour.id }, data: { order: row.order } });
		await record(tx, actor, input.kind, 'move', row, { to: input.to });
	});
}

/** 停用: it is offered no more; its page and its articles stay. */
export const retireHeading = (actor: Actor, input: HeadingInput): Promise<void> => setRetired(actor, input, true);

export const restoreHeading = (actor: Actor, input: HeadingInput): Promise<void> => setRetired(actor, input, false);

async function setRetired(actor: Actor, input: HeadingInput, retired: boolean): Promise<void> {
	must(actor, 'column.manage');
	await db.$transaction(async (tx) => {
		const row = await getHeading(tx, actor, input);
		await headingTable(tx, input.kind).update({
			where: { id: row.id },
			data: { retiredAt: retired ? (row.retiredAt ?? (await databaseNow(tx))) : null },
		});
		await record(tx, actor, input.kind, retired ? 'retire' : 'restore', row);
	});
}

async function getHeading(tx: Db, actor: Actor, { kind, id }: HeadingInput) {
	const row = await headingTable(tx, kind).findFirst({ where: { id, paperId: actor.paperId } });
	if (!row) throw new Refusal('not-found', `没有这个${headingNames[kind]}，可能已被删除。`);
	return row;
}

async function unlessTaken<Value>(kind: HeadingKind, write: () => Promise<Value>): Promise<Value> {
	try {
		return await write();
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		throw new Refusal('taken', `已有同名或同网址名的${headingNames[kind]}（可能已停用），请换一个。`);
	}
}

async function record(
	tx: Db,
	actor: Actor,
	kind: HeadingKind,
	act: string,
	row: { id: string; name: string },
	detail: { from?: string; to?: string } = {},
): Promise<void> {
	await writeTrace(tx, actor, {
		act: `${kind}.${act}`,
		subjectType: kind,
		subjectId: row.id,
		subject: row.name,
		detail,
	});
	// Columns are named on every page; a series or a tag on the pages of its articles.
	const touched = kind === 'column' ? [siteTags.paper] : [siteTags[kind](row.id)];
	await writeOutbox(tx, actor, `${kind}.${act}`, row.id, touched);
}
