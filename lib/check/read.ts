import { getArticleForAct } from '@/lib/article/read';
import type { ArticleContent } from '@/lib/article/schema';
import { can, must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { dateToIso, dayOf } from '@/lib/time';
import { type CheckSettings, type LedgerPerson, severities, type Term, whereName } from './check';
import { checkStory } from './engine';
import { partsOf } from './parts';
import { listSimilar, type SimilarStory } from './similar/read';
import { keepPrints } from './similar/write';

/** The rule of CheckTerm rows that say what is no mistake. */
export const dictionaryRule = 'dictionary';

/** What the rules know of a paper, for one of its stories. */
export async function getCheckSettings(tx: Db, paperId: string, articleId: string): Promise<CheckSettings> {
	// One after another: inside a transaction there is one connection.
	const placement = await tx.placement.findFirst({
		where: { articleId, page: { edition: { retiredAt: null } } },
		orderBy: { page: { edition: { date: 'asc' } } },
		select: { page: { select: { edition: { select: { date: true, issueNo: true } } } } },
	});
	const { checksOff } = await tx.paper.findUniqueOrThrow({ where: { id: paperId }, select: { checksOff: true } });
	const terms = await tx.checkTerm.findMany({ where: { paperId, retiredAt: null } });
	const reporters = await tx.reporter.findMany({ where: { paperId }, select: { name: true } });
	const edition = placement?.page.edition;
	return {
		day: edition ? dateToIso(edition.date) : dayOf(await databaseNow(tx)),
		isDayFixed: edition !== undefined,
		issueNo: edition?.issueNo ?? null,
		off: checksOff,
		terms: terms.filter((term) => term.rule !== dictionaryRule).map(toTerm),
		dictionary: terms.filter((term) => term.rule === dictionaryRule).map((term) => term.wrong),
		people: await listConfirmedPeople(tx, paperId),
		reporters: reporters.map(({ name }) => name),
	};
}

function toTerm({ wrong, right, note, source, severity }: Record<keyof Term, string>): Term {
	return { wrong, right, note, source, severity: severities.find((one) => one === severity) ?? 'warning' };
}

async function listConfirmedPeople(tx: Db, paperId: string): Promise<LedgerPerson[]> {
	const people = await tx.person.findMany({
		where: { paperId, retiredAt: null, titles: { some: { status: 'confirmed' } } },
		select: {
			name: true,
			titles: { where: { status: 'confirmed' }, select: { title: true, validFrom: true, validTo: true } },
		},
	});
	return people.map(({ name, titles }) => ({
		name,
		titles: titles.map(({ title, validFrom, validTo }) => ({
			title,
			from: validFrom && dateToIso(validFrom),
			to: validTo && dateToIso(validTo),
		})),
	}));
}

/** A severe hit that nobody has answered: it holds a signature. */
export interface UnresolvedError {
	rule: string;
	/** The marked text. */
	text: string;
	/** 主题, 署名, 正文 … */
	place: string;
	/** One sentence: what is wrong, and why. */
	message: string;
}

/** The severe hits in this content of an article that nobody has let stand with a reason. */
export async function listUnresolvedErrors(
	tx: Db,
	paperId: string,
	articleId: string,
	content: ArticleContent,
): Promise<UnresolvedError[]> {
	const settings = await getCheckSettings(tx, paperId, articleId);
	const ignored = await tx.checkIgnore.findMany({ where: { paperId, articleId }, select: { rule: true, text: true } });
	const isIgnored = new Set(ignored.map(({ rule, text }) => `${rule}\n${text}`));
	return checkStory(partsOf(content), settings)
		.filter((hit) => hit.severity === 'error' && !isIgnored.has(`${hit.rule}\n${hit.key}`))
		.map(({ rule, text, where, message }) => ({ rule, text, place: whereName(where), message }));
}

/** A hit of an article that somebody let stand. */
export interface Ignore {
	rule: string;
	/** The hit's key. */
	text: string;
	reason: string;
	actorName: string;
}

/** What the editor's checks start from. */
export interface ArticleChecks {
	settings: CheckSettings;
	ignores: Ignore[];
	similar: SimilarStory[];
	may: { ignore: boolean; addWords: boolean };
}

/** What the checks of one article need beside its words, and the stories that it is much like. */
export async function getArticleChecks(actor: Actor, articleId: string): Promise<ArticleChecks> {
	const article = await getArticleForAct(db, actor, articleId);
	must(actor, 'article.read', article);
	await keepPrints(db, actor.paperId);
	const [settings, ignores, similar] = await Promise.all([
		getCheckSettings(db, actor.paperId, articleId),
		listIgnores(articleId),
		listSimilar(db, { paperId: actor.paperId, articleId, text: article.current.text }),
	]);
	const may = { ignore: can(actor, 'article.edit', article), addWords: can(actor, 'check.manage') };
	return { settings, ignores, similar, may };
}

function listIgnores(articleId: string): Promise<Ignore[]> {
	return db.checkIgnore.findMany({
		where: { articleId },
		select: { rule: true, text: true, reason: true, actorName: true },
		orderBy: { createdAt: 'asc' },
	});
}

/** A word of the newsroom's own, as its screen lists it. */
export interface TermRow {
	id: string;
	rule: string;
	wrong: string;
	right: string;
	note: string;
	source: string;
	severity: string;
	createdAt: Date;
}

/** The newsroom's words that are in use, latest first, and the rules that it has switched off. */
export async function listTerms(actor: Actor): Promise<{ terms: TermRow[]; off: string[] }> {
	must(actor, 'check.manage');
	const [paper, terms] = await Promise.all([
		db.paper.findUniqueOrThrow({ where: { id: actor.paperId }, select: { checksOff: true } }),
		db.checkTerm.findMany({
			where: { paperId: actor.paperId, retiredAt: null },
			omit: { paperId: true, createdById: true, retiredAt: true },
			orderBy: [{ createdAt: 'desc' }, { wrong: 'asc' }],
		}),
	]);
	return { terms, off: paper.checksOff };
}
