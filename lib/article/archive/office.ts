/** What kind of office somebody holds: a town or street, a park, a department, a company; or another. */
export type OfficeKind = 'town' | 'park' | 'department' | 'company' | 'other';

export const officeKindNames: Record<OfficeKind, string> = {
	town: '镇街',
	park: '园区',
	department: '部门',
	company: '企业',
	other: '其他',
};

/** By the name of the place that is named first: 澄湖科技产业园管委会主任 is of a park, 区水利局局长 of a department. */
const endings: [OfficeKind, RegExp][] = [
	['park', /园区?(?![林艺])|开发区|高新区|管委会/],
	['town', /[镇乡]|街道|社区|村/],
	['company', /公司|集团|企业|银行|厂/],
	['department', /[局委办部院校馆会]|中心|站/],
];

/** Told by the words of an office as it is printed; what they do not tell is another. */
export function officeKind(office: string): OfficeKind {
	return endings.find(([, pattern]) => pattern.test(office))?.[0] ?? 'other';
}
