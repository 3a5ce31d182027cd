import type { BylineRole } from '@/generated/prisma/enums';
import { mentionsIn } from './mention';

export interface BylineName {
	role: BylineRole;
	name: string;
	office: string;
}

const printed: Record<Exclude<BylineRole, 'author'>, string> = {
	reporter: '本报记者',
	correspondent: '通讯员',
	photographer: '摄影',
	editor: '编辑',
};

/**
 * The byline as it prints. A signed article gives `□ office name`; a report names its people by
 * role, unless its dateline 电头 names them already. Empty where nothing is to be printed.
 */
export function bylineText(bylines: readonly BylineName[], dateline: string): string {
	const authors = bylines.filter((byline) => byline.role === 'author');
	const signed = authors.map(({ office, name }) => [office, name].filter(Boolean).join(' ')).join('　');
	const signers = bylines.map(({ name }) => name);
	const inDateline = new Set(mentionsIn(dateline, signers).map(({ name }) => name));
	const others = bylines.filter(({ role, name }) => role !== 'author' && !inDateline.has(name));
	const roles = [...new Set(others.map((byline) => byline.role))];
	const groups = roles.map((role) => {
		const names = others.filter((byline) => byline.role === role).map((byline) => byline.name);
		return `${printed[role as keyof typeof printed]} ${names.join(' ')}`;
	});
	const parts = [signed, ...groups].filter(Boolean);
	return parts.length > 0 ? `□ ${parts.join('　')}` : '';
}
