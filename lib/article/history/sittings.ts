import { dayOf } from '@/lib/time';

/** A saved revision, without its content. */
export interface RevisionRow {
	number: number;
	actorId: string;
	actorName: string;
	savedAt: Date;
	words: number;
	names: RevisionLabel[];
}

/** A name of a revision, and who gave it. */
export interface RevisionLabel {
	name: string;
	actorName: string;
	/** Whether an act wrote it; else a person did, and may take it away. */
	isOfAct: boolean;
}

/** An act on the article that is no save: it was sent for review, signed, returned, published. */
export interface ActRow {
	act: string;
	actorName: string;
	at: Date;
	/** The revision it was about; null where the record does not say. */
	revision: number | null;
	/** What was said with it. */
	note: string;
}

/** What one person saved in one go: the revisions from `first` to `last`, and what became of the length. */
export interface Sitting {
	kind: 'sitting';
	first: number;
	last: number;
	actorId: string;
	actorName: string;
	startedAt: Date;
	savedAt: Date;
	words: number;
	/** Against the revision before; null where that one is not known here. */
	wordsAdded: number | null;
	/** Set where the content was brought back: the revision it came from. */
	restoredFrom: number | null;
	/** Signatures that it voided, and the like: what the record adds to the save. */
	notes: string[];
	/** Newest first. */
	revisions: RevisionRow[];
}

export type HistoryEntry = Sitting | ({ kind: 'act' } & ActRow);

/** What the record says of a save beside that it happened. */
export interface SaveNote {
	revision: number;
	restoredFrom: number | null;
	note: string;
}

/** A pause after which the same person sits down anew. */
const pauseMinutes = 20;

interface Facts {
	/** Newest first, without gaps. */
	revisions: readonly RevisionRow[];
	acts: readonly ActRow[];
	saveNotes: readonly SaveNote[];
	/** 字 of the revision before the oldest of them; 0 before the first of all, null where not known. */
	wordsBefore: number | null;
}

/**
 * History as people remember it, newest first: what somebody wrote in one go is one entry, however often it was saved.
 * A sitting ends with another person, a longer pause, another day, an act on the article, a name or a restored
 * revision. Guaranteed: each revision stands in exactly one sitting, each act between what it came after and before.
 */
export function toEntries({ revisions, acts, saveNotes, wordsBefore }: Facts): HistoryEntry[] {
	const notes = new Map(saveNotes.map((note) => [note.revision, note]));
	const rest = [...acts].sort((a, b) => b.at.getTime() - a.at.getTime());
	const entries: HistoryEntry[] = [];
	for (const [index, row] of revisions.entries()) {
		const later = revisions[index - 1];
		const firstBefore = rest.findIndex((act) => !isAfter(act, row));
		const actsHere = rest.splice(0, firstBefore < 0 ? rest.length : firstBefore);
		entries.push(...actsHere.map((act) => ({ kind: 'act' as const, ...act })));
		const open = entries.at(-1);
		const goesOn = open?.kind === 'sitting' && later && actsHere.length === 0 && isOneSitting(row, later, notes);
		if (goesOn) open.revisions.push(row);
		else entries.push(begin(row));
	}
	entries.push(...rest.map((act) => ({ kind: 'act' as const, ...act })));
	return finish(entries, notes, wordsBefore);
}

function isAfter(act: ActRow, row: RevisionRow): boolean {
	return act.revision === null ? act.at >= row.savedAt : act.revision >= row.number;
}

function isOneSitting(row: RevisionRow, later: RevisionRow, notes: ReadonlyMap<number, SaveNote>): boolean {
	const pause = later.savedAt.getTime() - row.savedAt.getTime();
	return (
		row.actorId === later.actorId &&
		pause <= pauseMinutes * 60_000 &&
		dayOf(row.savedAt) === dayOf(later.savedAt) &&
		row.names.length === 0 &&
		[row, later].every(({ number }) => notes.get(number)?.restoredFrom == null)
	);
}

function begin(row: RevisionRow): Sitting {
	const { number, actorId, actorName, savedAt, words } = row;
	return {
		kind: 'sitting',
		first: number,
		last: number,
		actorId,
		actorName,
		startedAt: savedAt,
		savedAt,
		words,
		wordsAdded: null,
		restoredFrom: null,
		notes: [],
		revisions: [row],
	};
}

/** Adds what follows from a sitting's revisions and from the one before it. */
function finish(
	entries: readonly HistoryEntry[],
	notes: ReadonlyMap<number, SaveNote>,
	wordsBefore: number | null,
): HistoryEntry[] {
	const sittings = entries.filter((entry) => entry.kind === 'sitting');
	return entries.map((entry) => {
		if (entry.kind === 'act') return entry;
		const oldest = entry.revisions.at(-1) as RevisionRow;
		const before = sittings[sittings.indexOf(entry) + 1]?.words ?? wordsBefore;
		const own = entry.revisions.flatMap(({ number }) => notes.get(number) ?? []);
		return {
			...entry,
			first: oldest.number,
			startedAt: oldest.savedAt,
			wordsAdded: before === null ? null : entry.words - before,
			restoredFrom: own.find(({ restoredFrom }) => restoredFrom !== null)?.restoredFrom ?? null,
			notes: own.map(({ note }) => note).filter(Boolean),
		};
	});
}

/** One step of a comparison: the last revision of a stretch that one hand wrote; nobody's name where several did. */
export interface Step {
	number: number;
	actorId: string | null;
	actorName: string;
	savedAt: Date;
}

/** Contents beyond which a comparison does not follow each sitting by itself. */
export const maxSteps = 60;

/**
 * The revisions whose contents a comparison reads, after `from`, oldest first: the last one of each sitting; where
 * those are too many, of each stretch of one person; and where even those are, the oldest stretches as one of several
 * hands. `rows` come oldest first. Guaranteed: the last row is a step, and there are at most `maxSteps`.
 */
export function stepsOf(rows: readonly Omit<RevisionRow, 'words' | 'names'>[]): Step[] {
	const bySitting = rows.filter((row, index) => {
		const next = rows[index + 1];
		const pause = next ? next.savedAt.getTime() - row.savedAt.getTime() : 0;
		return !next || next.actorId !== row.actorId || pause > pauseMinutes * 60_000;
	});
	const kept =
		bySitting.length <= maxSteps
			? bySitting
			: bySitting.filter((row, index) => bySitting[index + 1]?.actorId !== row.actorId);
	const several = kept.length > maxSteps ? kept.length - maxSteps : 0;
	return kept.slice(several).map(({ number, actorId, actorName, savedAt }, index) => ({
		number,
		actorId: several > 0 && index === 0 ? null : actorId,
		actorName: several > 0 && index === 0 ? '多人' : actorName,
		savedAt,
	}));
}
