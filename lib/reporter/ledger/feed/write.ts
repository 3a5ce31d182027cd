import type { Db } from '@/lib/db';
import { newId } from '@/lib/id';
import { type TraceEntry, writeTrace } from '@/lib/trace/write';
import { pinyinOf } from '../../reporter';
import { type Candidate, candidatesOf, isSameTitle } from '../ledger';

/**
 * Reads the offices that published articles give people, and puts down as proposals those that the ledger does not have
 * yet: somebody confirms them. Doing it twice changes nothing; what was rejected is not proposed again.
 */
export async function proposeTitles(tx: Db, paperId: string, articleIds: readonly string[]): Promise<void> {
	const published = await tx.publication.findMany({
		where: { paperId, articleId: { in: [...articleIds] }, withdrawnAt: null },
		select: {
			articleId: true,
			content: { select: { headline: true, text: true, bylines: { select: { name: true, office: true } } } },
		},
	});
	const read = published.flatMap(({ articleId, content }) => {
		const candidates = candidatesOf(content);
		return candidates.length > 0 ? [{ articleId, candidates }] : [];
	});
	if (read.length === 0) return;
	// One reader at a time: two would each make the person that the other is about to make.
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ledger'), hashtext(${paperId}))`;
	const proposed: TraceEntry[] = [];
	for (const { articleId, candidates } of read) {
		for (const candidate of candidates) proposed.push(...(await propose(tx, paperId, articleId, candidate)));
	}
	// The trace comes last: no lock may follow it.
	const system = { userId: '', paperId, name: '系统', department: '', desks: [], roles: [], ip: '' };
	for (const entry of proposed) await writeTrace(tx, system, entry);
}

async function propose(tx: Db, paperId: string, articleId: string, { name, title }: Candidate): Promise<TraceEntry[]> {
	const people = await tx.person.findMany({
		where: { paperId, name, retiredAt: null },
		select: { id: true, titles: { select: { title: true } } },
		orderBy: { createdAt: 'asc' },
	});
	if (people.some(({ titles }) => titles.some((known) => isSameTitle(known.title, title)))) return [];
	const personId = people[0]?.id ?? newId();
	if (people.length === 0) await tx.person.create({ data: { id: personId, paperId, name, pinyin: pinyinOf(name) } });
	await tx.personTitle.create({ data: { id: newId(), paperId, personId, title, sourceArticleId: articleId } });
	return [
		{ act: 'ledger.propose', subjectType: 'person', subjectId: personId, subject: name, detail: { title, articleId } },
	];
}
