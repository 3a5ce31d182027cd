import type { Prisma } from '@/generated/prisma/client';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db, isUniqueViolation } from '@/lib/db';
import { Refusal, type RefusalCode } from '@/lib/errors';
import { newId } from '@/lib/id';
import { siteTags } from '@/lib/site/tags';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import { pinyinOf } from './reporter';
import type { CreateReporterInput, ReporterInput, UpdateReporterInput } from './schema';

export async function createReporter(actor: Actor, input: CreateReporterInput): Promise<{ id: string }> {
	must(actor, 'reporter.manage');
	const id = newId();
	await unlessTaken(async (tx) => {
		await mustBelong(tx, actor, id, input);
		await tx.reporter.create({ data: { id, paperId: actor.paperId, ...toRow(input) } });
		await record(tx, actor, 'reporter.create', { id, name: input.name });
	});
	return { id };
}

/** Bylines already printed keep the name they were printed with. */
export async function updateReporter(actor: Actor, { id, ...input }: UpdateReporterInput): Promise<void> {
	must(actor, 'reporter.manage');
	await unlessTaken(async (tx) => {
		const before = await requireReporter(tx, actor, id);
		await mustBelong(tx, actor, id, input);
		const after = toRow(input);
		await tx.reporter.update({ where: { id }, data: after });
		await record(tx, actor, 'reporter.update', { id, name: input.name }, changesOf(before, after));
	});
}

/** 离任: no longer offered for bylines; bylines and page stay, contact leaves the page. */
export async function retireReporter(actor: Actor, { id }: ReporterInput): Promise<void> {
	must(actor, 'reporter.manage');
	await db.$transaction(async (tx) => {
		const { name } = await requireReporter(tx, actor, id);
		const retired =
			await tx.$executeRaw`UPDATE "Reporter" SET "retiredAt" = now() WHERE id = ${id} AND "retiredAt" IS NULL`;
		if (retired === 0) throw new Refusal('wrong-state', `${name}已经离任。`);
		await record(tx, actor, 'reporter.retire', { id, name });
	});
}

export async function restoreReporter(actor: Actor, { id }: ReporterInput): Promise<void> {
	must(actor, 'reporter.manage');
	await db.$transaction(async (tx) => {
		const { name } = await requireReporter(tx, actor, id);
		const { count } = await tx.reporter.updateMany({
			where: { id, retiredAt: { not: null } },
			data: { retiredAt: null },
		});
		if (count === 0) throw new Refusal('wrong-state', `${name}没有离任。`);
		await record(tx, actor, 'reporter.restore', { id, name });
	});
}

function toRow(input: CreateReporterInput): CreateReporterInput {
	return { ...input, pinyin: input.pinyin || pinyinOf(input.name) };
}

async function record(
	tx: Db,
	actor: Actor,
	act: string,
	{ id, name }: { id: string; name: string },
	detail: Prisma.InputJsonObject = {},
): Promise<void> {
	await writeTrace(tx, actor, { act, subjectType: 'reporter', subjectId: id, subject: name, detail });
	await writeOutbox(tx, actor, act, id, [siteTags.reporter(id)]);
}

/** Only what changed goes into the record, each field with its value before and after. */
function changesOf(before: CreateReporterInput, after: CreateReporterInput): Prisma.InputJsonObject {
	const fields = Object.keys(after) as (keyof CreateReporterInput)[];
	const changed = fields.filter((field) => String(before[field]) !== String(after[field]));
	return Object.fromEntries(changed.map((field) => [field, { before: before[field], after: after[field] }]));
}

async function requireReporter(tx: Db, actor: Actor, id: string): Promise<CreateReporterInput> {
	const reporter = await tx.reporter.findFirst({
		where: { id, paperId: actor.paperId },
		select: {
			name: true,
			pinyin: true,
			portraitId: true,
			pressCard: true,
			department: true,
			beats: true,
			email: true,
			phone: true,
			public: true,
			userId: true,
		},
	});
	if (!reporter) throw new Refusal('not-found', '没有这位记者，请刷新名单。');
	return reporter;
}

/** Portrait and account are of this newspaper, and the account is no other reporter's. */
async function mustBelong(
	tx: Db,
	{ paperId }: Actor,
	id: string,
	{ portraitId, userId }: CreateReporterInput,
): Promise<void> {
	if (portraitId && (await tx.mediaAsset.count({ where: { id: portraitId, paperId } })) === 0) {
		refuse('invalid', 'portraitId', '没有这张头像，请重新上传。');
	}
	if (!userId) return;
	const user = await tx.user.findFirst({
		where: { id: userId, paperId },
		select: { reporter: { select: { id: true, name: true } } },
	});
	if (!user) refuse('invalid', 'userId', '没有这个账号，请重新选择。');
	if (user.reporter && user.reporter.id !== id) refuse('taken', 'userId', `这个账号已关联${user.reporter.name}。`);
}

function refuse(code: RefusalCode, field: keyof CreateReporterInput, sentence: string): never {
	throw new Refusal(code, sentence, { [field]: sentence });
}

async function unlessTaken(write: (tx: Db) => Promise<void>): Promise<void> {
	try {
		await db.$transaction(write);
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		const sentence = '已有同名同证号的记者。若确是两个人，请填写记者证号来区分。';
		refuse('taken', 'pressCard', sentence);
	}
}
