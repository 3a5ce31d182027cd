import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { openSuggestions } from './body';
import { proposalPlaces } from './comment/schema';
import { type ArticleForAct, revisionSelect, toContent } from './read';
import type { ArticleContent } from './schema';
import { type Fates, fatesOf, foreignSuggestions, moreThanSuggested } from './suggestion-fate';
import { type Suggestion, trimCommon } from './suggestion-list';
import { suggestionWords } from './suggestion-words';

/**
 * What a save does with suggestions, read from the content before it. Refuses one that suggests in another's name, and
 * one of a person who may only suggest and does more.
 */
export async function weighSuggestions(
	tx: Db,
	actor: Actor,
	article: ArticleForAct,
	content: ArticleContent,
	way: 'save' | 'suggest',
): Promise<Fates> {
	const has = article.current.suggestions > 0 || openSuggestions(content.body).length > 0;
	if (!has && way === 'save') return { accepted: [], rejected: [] };
	const row = await tx.articleRevision.findUniqueOrThrow({
		where: { articleId_number: { articleId: article.id, number: article.revision } },
		select: revisionSelect,
	});
	const before = toContent(row);
	if (way === 'suggest') {
		const reason = moreThanSuggested(before, content, actor.userId);
		if (reason) throw new Refusal('forbidden', reason);
	}
	await refuseForged(tx, article.id, foreignSuggestions(before.body, content.body, actor.userId));
	return fatesOf(before.body, content.body);
}

/** Another's suggestions come back with an old version of the article; they do not come from nowhere. */
async function refuseForged(tx: Db, articleId: string, ids: string[]): Promise<void> {
	for (const id of ids) {
		const known = await tx.$queryRaw<unknown[]>`
			SELECT 1 FROM "ArticleRevision" WHERE "articleId" = ${articleId} AND "body"::text LIKE ${`%"${id}"%`} LIMIT 1`;
		if (known.length === 0) {
			throw new Refusal('invalid', '这里有一处修改建议署了别人的名，没有保存。请删去它再写。');
		}
	}
}

/** Records what a proofreader found and an editor took over: what 差错率 counts. */
export async function recordProofMarks(
	tx: Db,
	article: ArticleForAct,
	revision: number,
	accepted: readonly (Pick<Suggestion, 'userId' | 'words'> & { place?: string })[],
): Promise<void> {
	if (accepted.length === 0) return;
	const proofreaders = await tx.user.findMany({
		where: { id: { in: accepted.map(({ userId }) => userId) }, roles: { has: 'proofreader' } },
		select: { id: true },
	});
	const isProofreader = new Set(proofreaders.map(({ id }) => id));
	const marks = accepted.filter(({ userId }) => isProofreader.has(userId));
	await tx.proofMark.createMany({
		data: marks.flatMap(({ userId, words, place }) =>
			words
				.map(({ wrong, right }) => trimCommon(wrong, right))
				// Weight and links are no errors of words.
				.filter(({ wrong, right }) => wrong !== right)
				.map(({ wrong, right }) => ({
					id: newId(),
					paperId: article.paperId,
					articleId: article.id,
					revision,
					actorId: userId,
					place: place && place !== 'dateline' ? 'head' : 'body',
					wrong,
					right,
				})),
		),
	});
}

/**
 * Settles what comments proposed for head fields and this save took over; answers them as suggestions accepted. The
 * texts before the save are read from the database, not from the client.
 */
export async function settleProposals(
	tx: Db,
	actor: Actor,
	article: ArticleForAct,
	content: ArticleContent,
): Promise<HeadSuggestion[]> {
	const open = await tx.comment.findMany({
		where: { articleId: article.id, resolvedAt: null, proposal: { not: '' }, place: { in: [...proposalPlaces] } },
		select: { id: true, place: true, proposal: true, authorId: true },
	});
	if (open.length === 0) return [];
	const before = await tx.articleRevision.findUniqueOrThrow({
		where: { articleId_number: { articleId: article.id, number: article.revision } },
		select: { kicker: true, headline: true, deck: true, dateline: true },
	});
	const taken = open.flatMap(({ id, authorId, proposal, ...row }) => {
		const place = row.place as (typeof proposalPlaces)[number];
		if (content[place] !== proposal || before[place] === proposal) return [];
		return [{ id, userId: authorId, place, words: [trimCommon(before[place], proposal)], acts: [] }];
	});
	await tx.comment.updateMany({
		where: { id: { in: taken.map(({ id }) => id) } },
		data: { resolvedAt: await databaseNow(tx), resolverId: actor.userId },
	});
	return taken;
}

/** A head field's suggestion that was taken over. */
interface HeadSuggestion extends Pick<Suggestion, 'id' | 'userId' | 'words' | 'acts'> {
	place: (typeof proposalPlaces)[number];
}

/** What became of suggestions, for the record; those that the writer took back himself apart. */
export function fatesDetail(
	{ accepted, rejected }: { accepted: readonly Told[]; rejected: readonly Told[] },
	actor: Actor,
): Record<string, ToldSuggestion[]> {
	const isOwn = ({ userId }: Told) => userId === actor.userId;
	const all = {
		accepted,
		rejected: rejected.filter((one) => !isOwn(one)),
		takenBack: rejected.filter(isOwn),
	};
	return Object.fromEntries(
		Object.entries(all).flatMap(([fate, suggestions]) =>
			suggestions.length > 0 ? [[fate, suggestions.map(toTold)] as const] : [],
		),
	);
}

/** A suggestion as the record keeps it. */
type ToldSuggestion = { id: string; userId: string; says: string };

type Told = Pick<Suggestion, 'id' | 'userId' | 'words' | 'acts'>;

function toTold(suggestion: Told): ToldSuggestion {
	return { id: suggestion.id, userId: suggestion.userId, says: suggestionWords(suggestion) };
}
