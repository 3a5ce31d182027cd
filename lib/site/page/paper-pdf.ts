import { revalidate } from '@/lib/site/answer';
import { makeEditionFile, makePageFiles, readPageFile } from '@/lib/site/page-file/make';
import { keyOfEdition, keyOfPage } from '@/lib/site/page-file/page-file';
import { findPageFile } from '@/lib/site/page-file/published';
import { type FileAnswer, missing, moved, type ReaderPage } from '@/lib/site/reader-page';
import { origin } from '@/lib/site/version';
import { isoToDate, pageLabel } from '@/lib/time';
import { findPaperPage, tagsOf } from './paper';
import { printOfPage } from './print-of-page';

/**
 * `/paper/2026-11-22/1.pdf`: the page in its true size, as it stands now: a correction has a file of its own. Made before
 * it was published; where it was not, now, once.
 */
export const paperPdfPage: ReaderPage = {
	pattern: '/paper/:date/:no.pdf',
	isLazy: true,
	async answer({ date, no }, { shell: { paper } }) {
		const found = await findPaperPage(paper.id, date, no);
		if ('missing' in found) return found.missing;
		const print = printOfPage(found.page, found.edition, { ...paper, pages: found.pages.length });
		const made = await findPageFile(keyOfPage(print, origin()), 'pdf');
		const files = made ? [{ ...made, bytes: 0 }] : await makePageFiles(print);
		const name = `${paper.name} ${print.facts.date} ${pageLabel(print.facts.no)}.pdf`;
		const plain = `${print.facts.date}-${print.facts.no}.pdf`;
		return pdfAnswer({ body: await readPageFile(files, 'pdf'), plain, name, tags: tagsOf(found.page) });
	},
};

/** `/paper/2026-11-22.pdf`: all pages of the edition. */
export const editionPdfPage: ReaderPage = {
	pattern: '/paper/:date.pdf',
	isLazy: true,
	async answer({ date }, { shell: { paper } }) {
		const found = await findPaperPage(paper.id, date, '1');
		if ('missing' in found) return found.missing;
		const { edition, pages } = found;
		const prints = pages.map((page) => printOfPage(page, edition, { ...paper, pages: pages.length }));
		const made = await findPageFile(keyOfEdition(prints.map((print) => keyOfPage(print, origin()))), 'edition');
		const files = made ? [{ ...made, bytes: 0 }] : await makeEditionFile(prints);
		return pdfAnswer({
			body: await readPageFile(files, 'edition'),
			plain: `${edition.date}.pdf`,
			name: `${paper.name} ${edition.date}.pdf`,
			tags: [...new Set(pages.flatMap(tagsOf))],
		});
	},
};

/** `/paper/2026-11-22/1/pdf`: where a page's PDF stood once. */
export const movedPdfPage: ReaderPage = {
	pattern: '/paper/:date/:no/pdf',
	async answer({ date = '', no }) {
		return isoToDate(date) ? moved(`/paper/${date}/${no}.pdf`) : missing();
	},
};

interface Pdf {
	body: Uint8Array;
	/** The file's name in letters that every program reads, and as it is called. */
	plain: string;
	name: string;
	tags: readonly string[];
}

function pdfAnswer({ body, plain, name, tags }: Pdf): FileAnswer {
	return {
		kind: 'file',
		headers: {
			'Content-Type': 'application/pdf',
			'Content-Disposition': `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
			'Cache-Control': revalidate,
			'Accept-Ranges': 'bytes',
			// The article and the page view are what a search should lead to.
			'X-Robots-Tag': 'noindex',
		},
		body,
		tags,
		// Its bytes stand in a file.
		keep: 'memory',
	};
}
