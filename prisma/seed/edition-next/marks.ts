import type { MarkKind } from '@/lib/edition/proof/schema';

/** A 校对符号 of the demo. */
export interface DemoMark {
	kind: MarkKind;
	/** Key of the story. */
	story: string;
	/** Words of its text, what the mark stands on in brackets: `坐[的]住`, `冷藏车[]四个角`; of the layout nothing. */
	at?: string;
	right?: string;
	note?: string;
}

/** A change of a story's words after a proof, without a thought for who asked for it. */
export interface DemoMend {
	from: string;
	to: string;
}

/** First proof of page 2: two are mended, of the others one is refused and one done. */
export const schoolMarks = {
	mended: [
		{ kind: 'replace', story: 'next-school', at: '坐[的]住', right: '得' },
		{ kind: 'delete', story: 'next-school', at: '来看[看]热闹' },
	],
	refused: {
		mark: {
			kind: 'query',
			story: 'next-school',
			at: '一分钟能跳[162个]',
			note: '六十七岁，一分钟162个？请核。',
		},
		reason: '记者现场掐表数过两遍，无误。',
	},
	done: { kind: 'layout', story: 'next-ebike', note: '问答之间空得不匀，请调匀。' },
} satisfies Record<string, unknown> & {
	mended: DemoMark[];
	refused: { mark: DemoMark; reason: string };
	done: DemoMark;
};

/** What the desk makes of them; nobody has asked for the last. */
export const schoolMends: DemoMend[] = [
	{ from: '坐的住', to: '坐得住' },
	{ from: '来看看热闹', to: '来看热闹' },
	{ from: '书包挂不下了', to: '书包已经挂不下了' },
];

/** Second proof of page 2, open. */
export const secondMarks: DemoMark[] = [
	{ kind: 'replace', story: 'next-pharmacy', at: '孩子烧到[39度]', right: '39摄氏度' },
	{ kind: 'insert', story: 'next-pharmacy', at: '后面跟着一串[]勾', right: '对' },
	{ kind: 'query', story: 'next-ebike', at: '临时号牌[月底]到期', note: '是本月底还是下月底？请写明。' },
];

/** First proof of page 3, open: one of each kind. */
export const thirdPageMarks: DemoMark[] = [
	{ kind: 'replace', story: 'next-loom', at: '晚的不到[百分之5]', right: '5%' },
	{ kind: 'transpose', story: 'next-loom', at: '剩下的14台[连都]上了', right: '都连' },
	{ kind: 'insert', story: 'next-fish', at: '冷藏车[]四个角', right: '的' },
	{ kind: 'delete', story: 'next-canteen', at: '每天[一]公布一次' },
	{
		kind: 'query',
		story: 'next-basket',
		at: '是镇上零卖价的[四倍]',
		note: '前稿说镇上卖40元，四倍是160元，请核。',
	},
	{ kind: 'layout', story: 'next-loom', note: '图和副题贴得太近，请松半行。' },
];
