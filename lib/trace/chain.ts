import { createHash } from 'node:crypto';

/** A row of the record with every column that its hash covers, as text is compared: nothing is rounded or reordered. */
export interface ChainRow {
	seq: number;
	id: string;
	paperId: string;
	/** Microseconds since 1970. */
	at: string;
	actorId: string | null;
	actorName: string;
	ip: string;
	act: string;
	subjectType: string;
	subjectId: string;
	subject: string;
	before: string;
	after: string;
	/** As the database prints its jsonb. */
	detail: string;
	prev: string;
	hash: string;
}

/** A place in a chain: how many rows there are up to it, and the hash of the last. What is printed as an anchor. */
export interface ChainPlace {
	seq: number;
	hash: string;
}

/**
 * `changed`: a column is not what was hashed. `missing`: numbers from here to the next row are gone. `repeated`: a
 * number stands twice. `unlinked`: the row before is another than the one that it was linked to. `cut`: the head knows
 * rows from here on, the record does not. `added`: the record goes on behind the head. `head`: the head is not the
 * last row's.
 */
export type ChainFaultKind = 'changed' | 'missing' | 'repeated' | 'unlinked' | 'cut' | 'added' | 'head';

export interface ChainFault {
	seq: number;
	kind: ChainFaultKind;
}

const version = 'shangban trace 1';

/** Where the chain of a paper begins: before its first row. */
export function genesisOf(paperId: string): ChainPlace {
	return { seq: 0, hash: sha256(field(version) + field(paperId)) };
}

/** The hash that a row must have, recomputed from its columns and from `prev` as the row states it. */
export function hashOf(row: Omit<ChainRow, 'hash'>): string {
	const { actorId, actorName, ip, act, subjectType, subjectId, subject, before, after, detail } = row;
	const about = [actorId, actorName, ip, act, subjectType, subjectId, subject, before, after, detail];
	const fields = [version, row.prev, String(row.seq), row.id, row.paperId, row.at, ...about];
	return sha256(fields.map(field).join(''));
}

/**
 * What is wrong with rows that follow `place`, in the order of their numbers, and the place where they end. Checked in
 * pieces, each from where the last one ended, a chain has the same faults as checked at once.
 */
export function checkRows(place: ChainPlace, rows: readonly ChainRow[]): { faults: ChainFault[]; end: ChainPlace } {
	const faults: ChainFault[] = [];
	let end = place;
	for (const row of rows) {
		const expected = end.seq + 1;
		if (row.seq > expected) faults.push({ seq: expected, kind: 'missing' });
		else if (row.seq < expected) faults.push({ seq: row.seq, kind: 'repeated' });
		else if (row.prev !== end.hash) faults.push({ seq: row.seq, kind: 'unlinked' });
		if (row.hash !== hashOf(row)) faults.push({ seq: row.seq, kind: 'changed' });
		end = { seq: row.seq, hash: row.hash };
	}
	return { faults, end };
}

/** What is wrong between the last row and the head, which the database keeps apart from the rows. */
export function checkHead(end: ChainPlace, head: ChainPlace): ChainFault[] {
	if (head.seq > end.seq) return [{ seq: end.seq + 1, kind: 'cut' }];
	if (head.seq < end.seq) return [{ seq: head.seq + 1, kind: 'added' }];
	return head.hash === end.hash ? [] : [{ seq: head.seq, kind: 'head' }];
}

/** A text with its length in bytes before it: fields that stand one after the other can be read in one way only. */
function field(value: string | null): string {
	return value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`;
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
