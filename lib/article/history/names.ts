/** 稿次名 that the newsroom's acts write by themselves, each by the act that makes it. */
export const nameOfAct = {
	submit: '送审稿',
	signFirst: '初审稿',
	signSecond: '复审稿',
	signOff: '终审稿',
	publish: '刊发稿',
	publishOnline: '刊发稿',
	correct: '更正稿',
} as const;

export type NamedAct = keyof typeof nameOfAct;

const ownNames: ReadonlySet<string> = new Set(Object.values(nameOfAct));

/** Whether a name is one that only acts give: nobody writes or removes it by hand. */
export function isNameOfAct(name: string): boolean {
	return ownNames.has(name);
}

/** Whether an act names the revision it is about. */
export function namesRevision(act: string): act is NamedAct {
	return act in nameOfAct;
}
