import { getEdition } from '@/lib/edition/read';
import { createEdition, placeArticle } from '@/lib/edition/write';
import type { IsoDate } from '@/lib/time';
import { returnArticle, submitArticle } from '@/lib/workflow/write';
import type { Newsroom } from './newsroom';
import { p, type Story, subhead } from './story';
import { writeSignedStory, writeStory } from './write-story';

const noPictures = new Map<string, string>();

/** What lies on the desk when the demo begins: one story in each state before publication. */
const drafts: Record<'draft' | 'submitted' | 'returned' | 'signed' | 'placed', Story> = {
	draft: {
		key: 'desk-draft',
		headline: '湖滨街道试行“错时市集”',
		column: '民生',
		tags: ['民生实事'],
		bylines: [{ role: 'reporter', name: '沈知远' }],
		priority: 3,
		dateline: '本报讯（记者 沈知远）',
		body: [
			p(
				'傍晚六点半，望湖路西段的路障准时移开，四十二个摊位在划好的白线内支了起来。湖滨街道本周起试行“错时市集”，把早晚两头的路面让给卖菜、修鞋、配钥匙的小生意。',
			),
			p('“八点前收摊，地上不许留一片菜叶。”街道综合执法队的小伙子一边说，一边把扫帚递给旁边的摊主。'),
		],
	},
	submitted: {
		key: 'desk-submitted',
		kicker: '排水口装上“听诊器”',
		headline: '雨夜积水，九分钟到场',
		column: '民生',
		tags: ['生态澄湖', '科技创新'],
		bylines: [
			{ role: 'reporter', name: '沈知远' },
			{ role: 'correspondent', name: '汪立群' },
		],
		priority: 3,
		dateline: '本报讯（记者 沈知远 通讯员 汪立群）',
		body: [
			p('前天夜里的一场急雨，让区水务局的值守屏上亮起三个红点。最近的养护班从接单到打开第一只井盖，用了九分钟。'),
			p(
				'今年入夏以来，全区一百二十六处易积水点陆续装上液位计，像给排水口装了“听诊器”。水位涨到警戒线以下十厘米，系统自动派单，不再等市民来电话。',
			),
			subhead('先听见，再看见'),
			p(
				'“以前是水漫到脚面才知道，现在是管子里一响就知道。”养护班班长老郑说，装上设备之后，班里夜间出车的次数没少，白跑的却少了一大半。',
			),
		],
	},
	returned: {
		key: 'desk-returned',
		headline: '芦塘镇冬修水利开工',
		column: '镇街传真',
		tags: ['乡村振兴'],
		bylines: [{ role: 'reporter', name: '沈知远' }],
		priority: 4,
		dateline: '本报讯（记者 沈知远）',
		body: [p('芦塘镇冬修水利工程昨日开工，计划疏浚河道若干条，受益农田数千亩，春耕之前完工。')],
	},
	signed: {
		key: 'desk-signed',
		headline: '澄湖图书馆夜场再延一小时',
		column: '文化',
		tags: ['文化澄湖'],
		bylines: [{ role: 'reporter', name: '叶晚晴' }],
		priority: 3,
		dateline: '本报讯（记者 叶晚晴）',
		body: [
			p(
				'从下周起，澄湖图书馆的闭馆时间由晚九点延到十点。灯多亮一小时，是馆里数着人头数出来的：秋天以来，每晚八点五十分还坐在阅览室里的读者，平均有七十三位。',
			),
			p(
				'“有备考的，有陪孩子的，也有下了班只想安静坐一会儿的。”馆长说，延时之后增加的两位夜班馆员，是从读者志愿者里招来的。',
			),
		],
	},
	placed: {
		key: 'desk-placed',
		headline: '跨湖公交快线明天首发',
		kicker: '两岸通勤缩短二十分钟',
		column: '要闻',
		tags: ['交通', '民生实事'],
		bylines: [{ role: 'reporter', name: '邵明轩' }],
		priority: 1,
		dateline: '本报讯（记者 邵明轩）',
		body: [
			p(
				'明天清晨六点，第一班跨湖公交快线将从北桥街道发车，沿湖底隧道直达开发区，全程停靠七站，比原来绕湖的线路快二十分钟。',
			),
			p(
				'快线早晚高峰六分钟一班，平峰十二分钟一班，票价两元，可与轨道交通换乘优惠。十四台新能源公交车昨天已完成最后一次空驶测试。',
			),
		],
	},
};

/** Fills the desk and plans an edition that has only its first story yet. */
export async function fillDesk(
	newsroom: Newsroom,
	{ date, issueNo }: { date: IsoDate; issueNo: number },
): Promise<void> {
	const { reporter, desk_editor, page_editor } = newsroom.actors;
	await writeStory(newsroom, noPictures, drafts.draft);
	const submitted = await writeStory(newsroom, noPictures, drafts.submitted);
	await submitArticle(reporter, { id: submitted.id, revision: submitted.revision });
	const returned = await writeStory(newsroom, noPictures, drafts.returned);
	await submitArticle(reporter, { id: returned.id, revision: returned.revision });
	await returnArticle(desk_editor, {
		id: returned.id,
		revision: returned.revision,
		returnTo: null,
		reason: 'facts',
		note: '“若干条”“数千亩”是多少？请向镇水利站核实条数、长度、亩数和完工日期，补一位种粮户的说法。',
	});
	await writeSignedStory(newsroom, noPictures, drafts.signed);
	const placed = await writeSignedStory(newsroom, noPictures, drafts.placed);
	await createEdition(page_editor, { date, issueNo, pages: ['要闻', '综合', '经济', '副刊'] });
	const [front] = (await getEdition(page_editor, date)).pages;
	if (front) await placeArticle(page_editor, { articleId: placed.id, pageId: front.id, priority: 1 });
}
