import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { origin } from '@/lib/site/version';
import { mostAttempts } from './job';
import { getEditionToPrint } from './owed';
import { keyOfEdition, keyOfPage, pictureWidths } from './page-file';
import { type DeskPicture, listStanding } from './pictures';

/** Where a file is: there, being made, waiting for another attempt, given up, or not asked for before the page is locked. */
export type FileState = 'ready' | 'making' | 'waiting' | 'failed' | 'notYet';

export const fileStateNames: Record<FileState, string> = {
	ready: '已备好',
	making: '正在打印',
	waiting: '排队打印',
	failed: '没有打印成',
	notYet: '付印后打印',
};

/** The readers' files of one page and of its edition. */
export interface FileStates {
	pdf: { state: FileState; bytes?: number };
	pictures: FileState;
	/** Where the newsroom sees the page, once there is a picture of it. */
	picture?: DeskPicture;
	edition: { state: FileState; bytes?: number };
	/** Why an attempt failed, as a sentence; empty where none did. */
	trouble: string;
}

export async function getFileStates(editionId: string, pageId: string): Promise<FileStates> {
	const [edition, job] = await Promise.all([
		getEditionToPrint(editionId),
		db.printJob.findUnique({
			where: { editionId },
			select: { attempts: true, error: true, lockedUntil: true },
		}),
	]);
	const pages = edition?.pages ?? [];
	const keys = new Map(pages.map((page) => [page.pageId, keyOfPage(page, origin())]));
	const own = keys.get(pageId);
	const whole = edition?.isWhole ? keyOfEdition([...keys.values()]) : undefined;
	const rows = await db.pageFile.findMany({
		where: { key: { in: [own, whole].filter((key) => key !== undefined) } },
		select: { key: true, kind: true, bytes: true, width: true, height: true },
	});
	const pending = pendingState(job);
	const stateOf = (key: string | undefined, kind: string) => {
		const row = rows.find((candidate) => candidate.key === key && candidate.kind === kind);
		if (row) return { state: 'ready' as const, bytes: row.bytes };
		return { state: key === undefined ? ('notYet' as const) : pending };
	};
	const small = rows.find(({ key, kind }) => key === own && kind === 'small');
	return {
		pdf: stateOf(own, 'pdf'),
		pictures: stateOf(own, 'small').state,
		...(small && {
			picture: { src: `/api/page/${pageId}/${small.width}`, width: small.width, height: small.height },
		}),
		edition: stateOf(whole, 'edition'),
		trouble: job?.error ?? '',
	};
}

/** The picture, `width` pixels wide, of a page as it is locked or published. */
export async function getPagePicture(
	actor: Actor,
	pageId: string,
	width: number,
): Promise<{ key: string; file: string }> {
	must(actor, 'edition.read');
	const kind = width === pictureWidths.small ? 'small' : 'large';
	const [standing] = await listStanding(actor, { pageId, kind });
	if (standing) return standing;
	// Versions of earlier programs have no hash to find them by.
	const page = await db.page.findFirst({
		where: { id: pageId, paperId: actor.paperId },
		select: { editionId: true },
	});
	const edition = page && (await getEditionToPrint(page.editionId));
	const print = edition?.pages.find((candidate) => candidate.pageId === pageId);
	const made = print
		? await db.pageFile.findUnique({
				where: { key_kind: { key: keyOfPage(print, origin()), kind } },
				select: { key: true, file: true },
			})
		: null;
	if (!made) throw new Refusal('not-found', '这一版还没有缩略图，付印后自动生成。');
	return made;
}

/** A file that is owed and not there: without a job it is made for the first reader who asks. */
function pendingState(job: { attempts: number; error: string; lockedUntil: Date | null } | null): FileState {
	if (!job) return 'waiting';
	if (job.error !== '') return job.attempts >= mostAttempts ? 'failed' : 'waiting';
	return job.lockedUntil ? 'making' : 'waiting';
}
