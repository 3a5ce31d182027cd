import type { ArticleContent, BylineInput } from '@/lib/article/schema';

/** All of an article's content but its body. */
export type Head = Omit<ArticleContent, 'body'>;

export function headOf({ body: _body, ...head }: ArticleContent): Head {
	return head;
}

/** The head as it is saved: a byline row whose name is still empty is not there yet. */
export function savedHead(head: Head): Head {
	return { ...head, bylines: head.bylines.filter((byline) => byline.name.trim() !== '') };
}

/** At most `rows` rows: what comes after the last forced break that fits runs on in its row. */
export function limitRows(text: string, rows: number): string {
	const all = text.split(/\r?\n/);
	if (all.length <= rows) return all.join('\n');
	return [...all.slice(0, rows - 1), all.slice(rows - 1).join('')].join('\n');
}

const datelineRoles: [BylineInput['role'], string][] = [
	['reporter', '记者'],
	['correspondent', '通讯员'],
];

/** 电头 as the trade opens a report: 本报讯（记者 沈知远 通讯员 汪立群）. */
export function proposeDateline(bylines: readonly BylineInput[]): string {
	const groups = datelineRoles.flatMap(([role, word]) => {
		const names = bylines.filter((byline) => byline.role === role && byline.name.trim() !== '');
		return names.length > 0 ? `${word} ${names.map((byline) => byline.name.trim()).join(' ')}` : [];
	});
	return groups.length > 0 ? `本报讯（${groups.join(' ')}）` : '本报讯';
}

/** Moves a row up or down by one; stays where there is no room. */
export function moveRow<Row>(rows: readonly Row[], index: number, by: -1 | 1): Row[] {
	const target = index + by;
	const row = rows[index];
	if (row === undefined || target < 0 || target >= rows.length) return [...rows];
	const rest = rows.toSpliced(index, 1);
	return rest.toSpliced(target, 0, row);
}
