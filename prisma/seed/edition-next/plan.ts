/** What the plan keeps for a page of the edition in the making, beside its stories. */
export interface PagePlan {
	/** 版组 */
	section: string;
	/** 付印时间, in minutes from the moment when the demo is printed */
	minutesToPrint: number;
	/** 广告 at the foot, over the whole width */
	ad?: { label: string; lines: number };
	slots: SlotPlan[];
}

/** 稿位: what is wanted there, how long, and the story that fills it, by its key. */
export interface SlotPlan {
	label: string;
	plannedWords: number;
	priority: 1 | 2 | 3 | 4;
	column: string;
	story?: string;
}

/** The plan of each page, in their order. */
export const nextPlan: PagePlan[] = [
	{
		section: '新闻',
		minutesToPrint: 20,
		slots: [
			{ label: '候鸟与熄灯', plannedWords: 700, priority: 1, column: '要闻', story: 'next-birds' },
			{ label: '加装电梯', plannedWords: 450, priority: 2, column: '民生', story: 'next-lift' },
			{ label: '宣讲报道', plannedWords: 380, priority: 2, column: '全会精神在基层', story: 'next-lecture' },
			{ label: '政务服务夜场', plannedWords: 220, priority: 3, column: '要闻', story: 'next-window' },
			{ label: '头版简讯', plannedWords: 120, priority: 4, column: '简讯', story: 'next-grain' },
		],
	},
	{
		section: '新闻',
		minutesToPrint: 50,
		ad: { label: '公益广告 随手关灯，等候鸟来', lines: 18 },
		slots: [
			{ label: '乡村学校操场课', plannedWords: 600, priority: 1, column: '民生', story: 'next-school' },
			{ label: '夜间药房', plannedWords: 400, priority: 2, column: '民生', story: 'next-pharmacy' },
			{ label: '换牌问答', plannedWords: 300, priority: 2, column: '问答', story: 'next-ebike' },
			{ label: '夜班线', plannedWords: 450, priority: 3, column: '民生', story: 'next-nightbus' },
			{ label: '读者来信', plannedWords: 240, priority: 3, column: '有话就说', story: 'next-letters' },
			{ label: '二版简讯', plannedWords: 120, priority: 4, column: '简讯', story: 'next-water' },
		],
	},
	{
		section: '新闻',
		minutesToPrint: 110,
		ad: { label: '开发区冬季招聘月', lines: 18 },
		slots: [
			{ label: '产业数字化', plannedWords: 650, priority: 1, column: '经济', story: 'next-loom' },
			{ label: '手艺出海', plannedWords: 360, priority: 2, column: '经济', story: 'next-basket' },
			{ label: '老字号', plannedWords: 400, priority: 2, column: '经济', story: 'next-sauce' },
			{ label: '冷链', plannedWords: 260, priority: 3, column: '经济', story: 'next-fish' },
			{ label: '货运服务', plannedWords: 250, priority: 3, column: '经济', story: 'next-truck' },
			{ label: '三版简讯', plannedWords: 120, priority: 4, column: '简讯', story: 'next-loan' },
		],
	},
	{
		section: '副刊',
		minutesToPrint: 200,
		ad: { label: '澄湖书市 渡口旧书专场', lines: 26 },
		slots: [
			{ label: '散文头条', plannedWords: 800, priority: 1, column: '澄湖副刊', story: 'next-lamp' },
			{ label: '图文一篇', plannedWords: 300, priority: 2, column: '澄湖副刊', story: 'next-seat' },
			{ label: '书评或书店随笔', plannedWords: 350, priority: 2, column: '澄湖副刊' },
			{ label: '短诗', plannedWords: 80, priority: 3, column: '澄湖副刊', story: 'next-bridge' },
			{ label: '旧物小记', plannedWords: 200, priority: 3, column: '文化' },
		],
	},
];
