import type { ColumnKind } from '@/generated/prisma/enums';
import type { Archive } from '@/lib/article/archive/archive';
import { findColumn, findSeries, findTag, type PublishedColumn, type PublishedHeading } from '@/lib/column/published';
import { findReporter } from '@/lib/reporter/published';
import { siteTags } from '@/lib/site/tags';

/** Whose stories a list or a feed has. */
export interface Subject extends Archive {
	/** `/column/wen-da` */
	path: string;
	name: string;
	intro: string;
	/** Of a column. */
	columnKind?: ColumnKind;
}

const slugPattern = /^[a-z0-9-]{1,60}$/;
/** Of ids as lib/id.ts makes them, and of those that were imported: nothing else is looked up. */
const idPattern = /^[a-z0-9_-]{1,40}$/;

type FindHeading = (paperId: string, slug: string) => Promise<(PublishedHeading & Partial<PublishedColumn>) | null>;
const headings: Record<Exclude<Archive['kind'], 'reporter'>, FindHeading> = {
	column: findColumn,
	series: findSeries,
	tag: findTag,
};

/** What the second segment of an address names: a heading by its slug, a reporter by his id. */
export async function findSubject(kind: Archive['kind'], paperId: string, key: string): Promise<Subject | undefined> {
	const path = `/${kind}/${key}`;
	if (kind === 'reporter') {
		const reporter = idPattern.test(key) ? await findReporter(key) : null;
		return reporter ? { kind, id: key, path, name: `记者${reporter.name}`, intro: reporter.department } : undefined;
	}
	const heading = slugPattern.test(key) ? await headings[kind](paperId, key) : null;
	if (!heading) return undefined;
	const { id, name, intro } = heading;
	return { kind, id, path, name, intro, columnKind: heading.kind };
}

/** The tags of what shows a subject's name and stories. */
export function tagsOfSubject({ kind, id }: Archive): string[] {
	const tag = siteTags[kind](id);
	return [tag, siteTags.storiesOf(tag)];
}
