import { type Db, db } from '@/lib/db';
import { inLanes } from '@/lib/lanes';
import { siteTags } from '@/lib/site/tags';
import { origin } from '@/lib/site/version';
import { writeOutbox } from '@/lib/trace/write';
import { cutFaces, cutFrontFaces } from './faces';
import { clearDrafts } from './files';
import { makeEditionFile, makePageFiles } from './make';
import { type EditionToPrint, getEditionToPrint } from './owed';
import { keyOfPage } from './page-file';

/** Nobody prints a page for longer: who had claimed the job is gone. */
const leaseSeconds = 90;
/** After so many failures it is given up until the next event; readers' requests still print. */
export const mostAttempts = 8;

interface Claimed {
	editionId: string;
	paperId: string;
	wanted: number;
	attempts: number;
}

/** A committed write, as the outbox has it. */
interface OutboxRow {
	paperId: string;
	event: string;
	subject: string;
}

const articleEvents = new Set(['article.signOff', 'article.correct', 'article.withdraw']);

/**
 * What locks, publishes or changes pages, or is about to, owes their editions files: recorded in the transaction that consumes
 * the outbox, so that no death in between loses it. Twice is once.
 */
export async function askForFiles(tx: Db, rows: readonly OutboxRow[]): Promise<void> {
	const subjectsOf = (isMeant: (event: string) => boolean) =>
		rows.filter(({ event }) => isMeant(event)).map(({ subject }) => subject);
	const pages = subjectsOf((event) => event === 'page.lock');
	const editions = subjectsOf((event) => event === 'edition.publish');
	const articles = subjectsOf((event) => articleEvents.has(event));
	if (pages.length + editions.length + articles.length === 0) return;
	await tx.$executeRaw`
		INSERT INTO "PrintJob" ("editionId", "paperId")
		SELECT e."id", e."paperId" FROM "Edition" e
		WHERE e."id" = ANY(${editions}) OR EXISTS (
			SELECT 1 FROM "Page" g LEFT JOIN "Placement" p ON p."pageId" = g."id"
			WHERE g."editionId" = e."id" AND (g."id" = ANY(${pages}) OR (e."publishedAt" IS NOT NULL AND p."articleId" = ANY(${articles}))))
		ON CONFLICT ("editionId") DO UPDATE SET "wanted" = "PrintJob"."wanted" + 1, "attempts" = 0, "error" = ''`;
}

/**
 * Makes what one edition is owed; says whether there was one. What a killed process left is taken up after its lease; one
 * that ends in order, by `signal`, gives its job back.
 */
export async function makeOwedFiles(signal?: AbortSignal): Promise<boolean> {
	const job = await claim();
	if (!job) return false;
	try {
		await makeFiles(job, signal);
		await finish(job);
	} catch (error) {
		// The browser is ended with the server: what fails then is no failure.
		if (signal?.aborted) await giveBack(job);
		else await recordFailure(job, error);
	}
	return true;
}

async function claim(): Promise<Claimed | undefined> {
	const [job] = await db.$queryRaw<Claimed[]>`
		UPDATE "PrintJob" SET "attempts" = "attempts" + 1, "lockedUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds})
		WHERE "editionId" = (
			SELECT j."editionId" FROM "PrintJob" j JOIN "Edition" e ON e."id" = j."editionId"
			WHERE j."attempts" < ${mostAttempts} AND (j."lockedUntil" IS NULL OR j."lockedUntil" < clock_timestamp())
			ORDER BY e."date" DESC LIMIT 1 FOR UPDATE OF j SKIP LOCKED)
		RETURNING "editionId", "paperId", "wanted", "attempts"`;
	return job;
}

/** Page by page, each an own success: after a failure only the rest is made again. */
async function makeFiles({ editionId, paperId }: Claimed, signal: AbortSignal | undefined): Promise<void> {
	await clearDrafts(Date.now());
	const edition = await getEditionToPrint(editionId);
	if (!edition) return;
	// While one page is in the browser, the next is set.
	await inLanes(edition.pages, async (page) => {
		signal?.throwIfAborted();
		await makePageFiles(page);
		if (!edition.isPublished) await cutFaces(page);
		await prolong(editionId);
	});
	await tellLists(paperId, edition);
	signal?.throwIfAborted();
	if (!edition.isWhole) return;
	if (!edition.isPublished) await cutFrontFaces(edition.pages);
	await makeEditionFile(edition.pages);
	await makeAhead(edition, signal);
}

/** What a correction that is signed will change, its faces first: for these its readers would wait. */
async function makeAhead({ pages, coming }: EditionToPrint, signal: AbortSignal | undefined): Promise<void> {
	const editions = coming.map((corrected) => ({
		corrected,
		whole: pages.map((page) => corrected.find(({ pageId }) => pageId === page.pageId) ?? page),
	}));
	for (const { corrected, whole } of editions) {
		signal?.throwIfAborted();
		for (const page of corrected) await cutFaces(page);
		await cutFrontFaces(whole);
	}
	for (const { corrected, whole } of editions) {
		for (const page of corrected) {
			signal?.throwIfAborted();
			await makePageFiles(page);
			await prolong(page.editionId);
		}
		signal?.throwIfAborted();
		await makeEditionFile(whole);
	}
}

/** Lists that readers had before there were pictures for them are rendered again; told twice they are what they were. */
async function tellLists(paperId: string, { isPublished, since, pages }: EditionToPrint): Promise<void> {
	const [first] = pages;
	if (!isPublished || !first) return;
	const keys = pages.map((page) => keyOfPage(page, origin()));
	const late = await db.pageFile.findFirst({
		where: { key: { in: keys }, kind: 'small', createdAt: { gt: since } },
		select: { id: true },
	});
	if (late) await writeOutbox(db, { paperId }, 'pageFile.make', first.editionId, [siteTags.edition(first.facts.date)]);
}

async function prolong(editionId: string): Promise<void> {
	await db.$executeRaw`
		UPDATE "PrintJob" SET "lockedUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds})
		WHERE "editionId" = ${editionId}`;
}

/** The job goes, unless it was wanted again meanwhile. */
async function finish({ editionId, wanted }: Claimed): Promise<void> {
	const { count } = await db.printJob.deleteMany({ where: { editionId, wanted } });
	if (count > 0) return;
	await db.printJob.updateMany({ where: { editionId }, data: { lockedUntil: null, attempts: 0, error: '' } });
}

async function giveBack({ editionId }: Claimed): Promise<void> {
	await db.printJob.updateMany({
		where: { editionId },
		data: { lockedUntil: null, attempts: { decrement: 1 } },
	});
}

/** The n-th failure rests 2ⁿ seconds. */
async function recordFailure({ editionId }: Claimed, error: unknown): Promise<void> {
	if (!(error instanceof Error && error.name === 'Refusal')) console.error(error);
	const words = error instanceof Error ? error.message.slice(0, 500) : String(error);
	await db.$executeRaw`
		UPDATE "PrintJob" SET "error" = ${words}, "lockedUntil" = clock_timestamp() + make_interval(secs => 2 ^ "attempts")
		WHERE "editionId" = ${editionId}`;
}
