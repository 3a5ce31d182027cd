import { listColumns, type PublishedHeading } from '@/lib/column/published';
import { getPaper, type PublishedPaper } from '@/lib/edition/published';

/** What frames every page: the paper's name, duties and columns. */
export interface Shell {
	paper: PublishedPaper;
	columns: PublishedHeading[];
}

/** Undefined before there is a paper. */
export async function readShell(): Promise<Shell | undefined> {
	const paper = await getPaper();
	return paper && { paper, columns: await listColumns(paper.id) };
}
