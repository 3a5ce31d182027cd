import { amendmentNames } from './article';
import type { Amendment } from './schema';

/** What an amendment still lacks, as sentences; empty when it may be reviewed. An update has nothing wrong to name. */
export function missingOfAmendment(amendment: Amendment | null): string[] {
	if (!amendment) return ['还没有写更正或更新说明'];
	const missing: string[] = [];
	if (amendment.kind === 'correction') {
		if (amendment.wrong === '') missing.push('错在何处');
		if (amendment.right === '') missing.push('正确的内容');
		if (amendment.foundBy === '') missing.push('谁发现的');
	} else if (amendment.note === '') missing.push('给读者看的说明');
	return missing.map((what) => `${amendmentNames[amendment.kind]}说明里还没有写${what}`);
}

/** The sentence that readers see: the writer's own, or what follows from wrong and right. */
export function noteOfAmendment({ note, wrong, right }: Amendment): string {
	return note || `“${wrong}”应为“${right}”。`;
}

/** Whether two amendments say the same: the one of an earlier correction says nothing of the next. */
export function isSameAmendment(a: Amendment | null, b: Amendment | null): boolean {
	if (!a || !b) return a === b;
	return (Object.keys(a) as (keyof Amendment)[]).every((key) => a[key] === b[key]);
}
