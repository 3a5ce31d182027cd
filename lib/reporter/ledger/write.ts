import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db, isUniqueViolation } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { isoToDate } from '@/lib/time';
import { writeTrace } from '@/lib/trace/write';
import { pinyinOf } from '../reporter';
import type { AddPersonInput, AddTitleInput, MergeInput, PersonInput, TitleInput, TitleSpanInput } from './schema';

/** 新建: a person with an office, put down by hand and therefore confirmed. */
export async function addPerson(actor: Actor, { name, note, ...span }: AddPersonInput): Promise<{ id: string }> {
	must(actor, 'ledger.manage');
	const id = newId();
	await db.$transaction(async (tx) => {
		await tx.person.create({ data: { id, paperId: actor.paperId, name, note, pinyin: pinyinOf(name) } });
		await insertConfirmed(tx, actor, { personId: id, ...span });
		await trace(tx, actor, 'ledger.add', { id, name }, span.title);
	});
	return { id };
}

/** Another office of a person. */
export async function addTitle(actor: Actor, input: AddTitleInput): Promise<void> {
	must(actor, 'ledger.manage');
	await unlessTaken(input.title, async (tx) => {
		const person = await requirePerson(tx, actor, input.personId);
		await insertConfirmed(tx, actor, input);
		await trace(tx, actor, 'ledger.update', person, input.title);
	});
}

/** 确认: what was read from a story holds, in these words and on these days. */
export async function confirmTitle(actor: Actor, { id, ...span }: TitleSpanInput): Promise<void> {
	must(actor, 'ledger.manage');
	await unlessTaken(span.title, async (tx) => {
		const title = await requireTitle(tx, actor, id);
		const isNew = title.status !== 'confirmed';
		await tx.personTitle.update({
			where: { id },
			data: {
				...toSpan(span),
				...(isNew && { status: 'confirmed', confirmedById: actor.userId, confirmedAt: await databaseNow(tx) }),
			},
		});
		await trace(tx, actor, isNew ? 'ledger.confirm' : 'ledger.update', title.person, span.title);
	});
}

/** 否定: it is not so. The row stays, so that the next story does not propose it again. */
export async function rejectTitle(actor: Actor, { id }: TitleInput): Promise<void> {
	must(actor, 'ledger.manage');
	await db.$transaction(async (tx) => {
		const title = await requireTitle(tx, actor, id);
		await tx.personTitle.update({ where: { id }, data: { status: 'rejected', confirmedById: actor.userId } });
		await trace(tx, actor, 'ledger.reject', title.person, title.title);
	});
}

/** 合并: two rows were one person. Titles that both have stay once. */
export async function mergePeople(actor: Actor, { id, into }: MergeInput): Promise<void> {
	must(actor, 'ledger.manage');
	await db.$transaction(async (tx) => {
		const [from, to] = [await requirePerson(tx, actor, id), await requirePerson(tx, actor, into)];
		if (from.name !== to.name) throw new Refusal('invalid', '只能合并同名的两个人；名字不同，先改对名字。');
		const kept = await tx.personTitle.findMany({ where: { personId: into }, select: { title: true } });
		await tx.personTitle.updateMany({
			where: { personId: id, title: { notIn: kept.map(({ title }) => title) } },
			data: { personId: into },
		});
		await tx.personTitle.updateMany({ where: { personId: id }, data: { status: 'rejected' } });
		await tx.person.update({ where: { id }, data: { retiredAt: await databaseNow(tx) } });
		await trace(tx, actor, 'ledger.merge', to, from.id);
	});
}

/** 停用: the checks no longer know this person. */
export const retirePerson = (actor: Actor, { id }: PersonInput): Promise<void> => setRetired(actor, id, true);

export const restorePerson = (actor: Actor, { id }: PersonInput): Promise<void> => setRetired(actor, id, false);

async function setRetired(actor: Actor, id: string, isRetired: boolean): Promise<void> {
	must(actor, 'ledger.manage');
	await db.$transaction(async (tx) => {
		const person = await requirePerson(tx, actor, id);
		const { count } = await tx.person.updateMany({
			where: { id, retiredAt: isRetired ? null : { not: null } },
			data: { retiredAt: isRetired ? await databaseNow(tx) : null },
		});
		if (count === 0) throw new Refusal('wrong-state', `${person.name}${isRetired ? '已经停用' : '没有停用'}。`);
		await trace(tx, actor, isRetired ? 'ledger.retire' : 'ledger.restore', person, '');
	});
}

interface Span {
	title: string;
	from: string;
	to: string;
}

function toSpan({ title, from, to }: Span): { title: string; validFrom: Date | null; validTo: Date | null } {
	return { title, validFrom: isoToDate(from) ?? null, validTo: isoToDate(to) ?? null };
}

async function insertConfirmed(
	tx: Db,
	actor: Actor,
	{ personId, ...span }: Span & { personId: string },
): Promise<void> {
	await tx.personTitle.create({
		data: {
			id: newId(),
			paperId: actor.paperId,
			personId,
			...toSpan(span),
			status: 'confirmed',
			confirmedById: actor.userId,
			confirmedAt: await databaseNow(tx),
		},
	});
}

async function requirePerson(tx: Db, { paperId }: Actor, id: string): Promise<{ id: string; name: string }> {
	const person = await tx.person.findFirst({ where: { id, paperId }, select: { id: true, name: true } });
	if (!person) throw new Refusal('not-found', '人名库里没有这个人，请刷新。');
	return person;
}

async function requireTitle(tx: Db, { paperId }: Actor, id: string) {
	const title = await tx.personTitle.findFirst({
		where: { id, paperId },
		select: { title: true, status: true, person: { select: { id: true, name: true } } },
	});
	if (!title) throw new Refusal('not-found', '没有这条职务，请刷新。');
	return title;
}

function trace(
	tx: Db,
	actor: Actor,
	act: string,
	{ id, name }: { id: string; name: string },
	title: string,
): Promise<void> {
	return writeTrace(tx, actor, { act, subjectType: 'person', subjectId: id, subject: name, detail: { title } });
}

async function unlessTaken(title: string, write: (tx: Db) => Promise<void>): Promise<void> {
	try {
		await db.$transaction(write);
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		throw new Refusal('taken', `这个人已经有“${title}”这条职务。`, { title: `已经有“${title}”。` });
	}
}
