import type { ArticleContent } from '@/lib/article/schema';
import type { Db } from '@/lib/db';
import { databaseNow } from '@/lib/db';
import { dateToIso, dayOf } from '@/lib/time';
import { type CheckSettings, type LedgerPerson, severities, type Term, whereName } from './check';
import { checkStory } from './engine';
import { partsOf } from './parts';

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
	const terms = await tx.checkTerm.findMany({ where: { paperId, retiredAt: null } });
	const reporters = await tx.reporter.findMany({ where: { paperId }, select: { name: true } });
	const edition = placement?.page.edition;
	return {
		day: edition ? dateToIso(edition.date) : dayOf(await databaseNow(tx)),
		isDayFixed: edition !== undefined,
		issueNo: edition?.issueNo ?? null,
		off: [],
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
