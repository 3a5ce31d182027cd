import { titleOf } from '@/lib/article/article';
import { getArticleForAct } from '@/lib/article/read';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db, isUniqueViolation } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeTrace } from '@/lib/trace/write';
import { ruleName } from './rules';
import type {
	AddTermInput,
	HeedInput,
	IgnoreInput,
	ImportTermsInput,
	SwitchRuleInput,
	TermInput,
	UpdateTermInput,
} from './schema';
import { parseTermLines, type TermLines } from './term-lines';

/** 忽略: lets a hit of an article stand, with the reason. Doing it twice keeps the first reason. */
export async function ignoreHit(actor: Actor, { articleId, rule, text, reason }: IgnoreInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, articleId);
		must(actor, 'article.edit', article);
		const row = { paperId: actor.paperId, articleId, rule, text, reason, actorId: actor.userId, actorName: actor.name };
		const { count } = await tx.checkIgnore.createMany({ data: [{ id: newId(), ...row }], skipDuplicates: true });
		if (count === 0) return;
		await traceOnArticle(tx, actor, 'check.ignore', article, { rule: ruleName(rule), text, reason });
	});
}

/** Takes an 忽略 back: the hit counts again. */
export async function heedHit(actor: Actor, { articleId, rule, text }: HeedInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, articleId);
		must(actor, 'article.edit', article);
		const { count } = await tx.checkIgnore.deleteMany({ where: { articleId, rule, text, paperId: actor.paperId } });
		if (count === 0) return;
		await traceOnArticle(tx, actor, 'check.heed', article, { rule: ruleName(rule), text });
	});
}

function traceOnArticle(
	tx: Db,
	actor: Actor,
	act: string,
	article: { id: string; current: { headline: string } },
	detail: Record<string, string>,
): Promise<void> {
	const subject = titleOf(article.current.headline);
	return writeTrace(tx, actor, { act, subjectType: 'article', subjectId: article.id, subject, detail });
}

export async function addTerm(actor: Actor, input: AddTermInput): Promise<{ id: string }> {
	must(actor, 'check.manage');
	const id = newId();
	await unlessTaken(input.wrong, async (tx) => {
		// A word that was retired comes back with what is said of it now.
		await tx.checkTerm.deleteMany({
			where: { paperId: actor.paperId, rule: input.rule, wrong: input.wrong, retiredAt: { not: null } },
		});
		await tx.checkTerm.create({ data: { id, paperId: actor.paperId, createdById: actor.userId, ...input } });
		await traceTerm(tx, actor, 'check.addTerm', { id, ...input });
	});
	return { id };
}

export async function updateTerm(actor: Actor, { id, ...input }: UpdateTermInput): Promise<void> {
	must(actor, 'check.manage');
	await unlessTaken(input.wrong, async (tx) => {
		const { count } = await tx.checkTerm.updateMany({
			where: { id, paperId: actor.paperId, retiredAt: null },
			data: input,
		});
		if (count === 0) throw noTerm();
		await traceTerm(tx, actor, 'check.updateTerm', { id, ...input });
	});
}

/** 停用: the word is no longer looked for; its row stays. */
export async function retireTerm(actor: Actor, { id }: TermInput): Promise<void> {
	must(actor, 'check.manage');
	await db.$transaction(async (tx) => {
		const retired = await tx.$executeRaw`
			UPDATE "CheckTerm" SET "retiredAt" = now() WHERE id = ${id} AND "paperId" = ${actor.paperId} AND "retiredAt" IS NULL`;
		if (retired === 0) throw noTerm();
		await traceTerm(tx, actor, 'check.retireTerm', await tx.checkTerm.findUniqueOrThrow({ where: { id } }));
	});
}

/** Adds what pasted lines say; words that are there already stay as they are. */
export async function importTerms(
	actor: Actor,
	{ lines }: ImportTermsInput,
): Promise<{ added: number; known: number; faults: TermLines['faults'] }> {
	must(actor, 'check.manage');
	const { terms, faults } = parseTermLines(lines);
	return db.$transaction(async (tx) => {
		const { count } = await tx.checkTerm.createMany({
			data: terms.map((term) => ({ id: newId(), paperId: actor.paperId, createdById: actor.userId, ...term })),
			skipDuplicates: true,
		});
		if (count > 0) {
			await writeTrace(tx, actor, {
				act: 'check.importTerms',
				subjectType: 'check',
				subjectId: actor.paperId,
				subject: '本报词表',
				detail: { added: count },
			});
		}
		return { added: count, known: terms.length - count, faults };
	});
}

/** Switches a shipped rule off or on for the whole newsroom. */
export async function switchRule(actor: Actor, { rule, on }: SwitchRuleInput): Promise<void> {
	must(actor, 'check.manage');
	await db.$transaction(async (tx) => {
		const { checksOff } = await tx.paper.findUniqueOrThrow({
			where: { id: actor.paperId },
			select: { checksOff: true },
		});
		if (checksOff.includes(rule) !== on) return;
		const off = on ? checksOff.filter((other) => other !== rule) : [...checksOff, rule];
		await tx.paper.update({ where: { id: actor.paperId }, data: { checksOff: off } });
		await writeTrace(tx, actor, {
			act: on ? 'check.ruleOn' : 'check.ruleOff',
			subjectType: 'check',
			subjectId: rule,
			subject: ruleName(rule),
		});
	});
}

function noTerm(): Refusal {
	return new Refusal('not-found', '没有这个词，可能已经停用，请刷新词表。');
}

function traceTerm(
	tx: Db,
	actor: Actor,
	act: string,
	{ id, rule, wrong, right }: { id: string; rule: string; wrong: string; right: string },
): Promise<void> {
	return writeTrace(tx, actor, { act, subjectType: 'check', subjectId: id, subject: wrong, detail: { rule, right } });
}

async function unlessTaken(word: string, write: (tx: Db) => Promise<void>): Promise<void> {
	try {
		await db.$transaction(write);
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		throw new Refusal('taken', `词表里已经有“${word}”。`, { wrong: `词表里已经有“${word}”。` });
	}
}
