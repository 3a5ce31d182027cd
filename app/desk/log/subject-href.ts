import type { TraceRow } from '@/lib/trace/read';

type Subject = Pick<TraceRow, 'subjectType' | 'subjectId' | 'editionDate'>;

/** Where the subject of an act is found on the desk now; undefined where it is gone or has no screen. */
export function subjectHref({ subjectType, subjectId, editionDate }: Subject): string | undefined {
	switch (subjectType) {
		case 'article':
		case 'reporter':
		case 'user':
			return `/desk/${subjectType}/${subjectId}`;
		case 'edition':
			return editionDate ? `/desk/edition/${editionDate}` : undefined;
		case 'column':
		case 'series':
		case 'tag':
			return `/desk/column?kind=${subjectType}`;
		default:
			return undefined;
	}
}
