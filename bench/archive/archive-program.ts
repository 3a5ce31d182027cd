// The part of the bench that asks as the site does, in a process of its own for each database: fill, measure, plans.
import pg from 'pg';
import { db } from '@/lib/db';
import { createNewsroom } from '@/prisma/seed/newsroom';
import { fillArchive } from './fill';
import { askOnce, disconnect, measureArchive } from './measure-archive';

const [, , act = '', given = '0', superuserUrl] = process.argv;
const perDay = 91;
const pagesPerDay = 16;
/** The last day of every archive: one that is as long ago for all. */
const end = '2026-11-20';

const acts: Record<string, () => Promise<unknown>> = {
	async fill() {
		const newsroom = await createNewsroom({ withPasswords: false });
		const client = new pg.Client(superuserUrl);
		await client.connect();
		await fillArchive(
			client,
			{ articles: Number(given), perDay, pagesPerDay, end },
			{
				paperId: newsroom.paperId,
				authorId: newsroom.actors.reporter.userId,
				columns: [...newsroom.columnIds.values()],
				series: [...newsroom.seriesIds.values()],
				tags: [...newsroom.tagIds.values()],
				reporters: [...newsroom.reporterIds.values()],
			},
		);
		await client.end();
	},
	measure: () => measureArchive(Number(given)),
	plans: askOnce,
};

async function run(): Promise<void> {
	const answer = await acts[act]?.();
	await Promise.all([db.$disconnect(), disconnect()]);
	console.log(JSON.stringify(answer ?? null));
}

run().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
