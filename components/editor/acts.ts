/** What the editor can do with an article beside writing it. */
export type ActName =
	| 'submit'
	| 'recall'
	| 'take'
	| 'signFirst'
	| 'signSecond'
	| 'signOff'
	| 'return'
	| 'hold'
	| 'release'
	| 'spike'
	| 'revive'
	| 'unsign'
	| 'signOffOnline'
	| 'publishOnline'
	| 'correct'
	| 'withdraw';

export interface ArticleAct {
	name: ActName;
	/** The button's word. */
	verb: string;
	/** What will happen and to whom, asked before it does. */
	consequence: string;
	/** The label of the note that the act needs. */
	note?: string;
	/** The next step of an article on its way. */
	isMain?: boolean;
	/** The act that takes it back: what can be taken back is done at once and not asked for. */
	undo?: ActName;
	/** A key of its own. */
	keys?: string;
	isDanger?: boolean;
}

/** In the order of the buttons. */
export const articleActs: ArticleAct[] = [
	{
		name: 'submit',
		verb: '送审',
		consequence: '稿件进入三审。有人接稿之前还可以修改、撤回。',
		isMain: true,
		undo: 'recall',
	},
	{
		name: 'signFirst',
		verb: '初审通过',
		consequence: '您签的是现在屏幕上的这一稿，稿件转到复审。之后改动人名、数字、标题或图片，须重新初审。',
		isMain: true,
		undo: 'unsign',
	},
	{
		name: 'signSecond',
		verb: '复审通过',
		consequence: '您签的是现在屏幕上的这一稿，稿件转到终审。之后改动文字，须重新复审。',
		isMain: true,
		undo: 'unsign',
	},
	{
		name: 'signOff',
		verb: '签发',
		consequence: '您签发的是现在屏幕上的这一稿。签发之后可以上版；再改动文字，须重新签发。',
		isMain: true,
		undo: 'unsign',
	},
	{
		name: 'signOffOnline',
		verb: '签发并上网',
		consequence: '您签发的是现在屏幕上的这一稿，读者马上在网上看到它。之后还可以上版。',
		keys: 'Ctrl+Alt+Enter',
	},
	{
		name: 'publishOnline',
		verb: '上网',
		consequence: '读者马上在网上看到这一稿。之后还可以上版。',
		isMain: true,
	},
	{
		name: 'correct',
		verb: '发布更正',
		consequence:
			'读者看到的文章和版面换成现在这一稿，文末附上更正说明，几秒内生效。见报的差错，下一期要在相应版位刊登更正。',
		isMain: true,
	},
	{ name: 'revive', verb: '恢复', consequence: '稿件回到草稿，重新出现在列表里。', isMain: true },
	{ name: 'release', verb: '恢复流转', consequence: '稿件回到缓发之前的审次。', isMain: true },
	{ name: 'unsign', verb: '撤签', consequence: '您刚签的字作废，稿件回到您这一审。' },
	{ name: 'take', verb: '接稿', consequence: '由您初审，别人会看到稿件已有人接。' },
	{
		name: 'return',
		verb: '退稿',
		consequence: '下一位会看到您选的原因和写的意见。退到的审次及之后的签名作废。',
		note: '意见',
	},
	{ name: 'recall', verb: '撤回', consequence: '稿件回到草稿，不再等待审稿。' },
	{ name: 'hold', verb: '缓发', consequence: '稿件停在这里，不上版、不刊发，直到恢复流转。', note: '缓发原因' },
	{ name: 'spike', verb: '弃用', consequence: '稿件从列表移走，不再刊发。需要时可以恢复。', isDanger: true },
	{
		name: 'withdraw',
		verb: '撤稿',
		consequence: '读者将看到下面的撤稿说明，原文从列表、搜索和版面撤下，5 秒内生效。不能恢复。',
		note: '撤稿说明（给读者看）',
		isDanger: true,
	},
];
