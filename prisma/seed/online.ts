import { getArticleForEdit } from '@/lib/article/read';
import type { ArticleContent } from '@/lib/article/schema';
import { correctArticle } from '@/lib/edition/amend';
import { publishOnline } from '@/lib/edition/publish-online';
import type { Newsroom } from './newsroom';
import { factBox, figure, gallery, list, p, pullQuote, type Story } from './story';
import { amendStory, type PictureIds, required, writeSignedStory } from './write-story';

/** 网上先发: pictures for the web, on no page yet. */
export const aroundTheLake: Story = {
	key: 'online-around-the-lake',
	headline: '从日出到灯火\n沿着澄湖走一天',
	column: '影像',
	tags: ['生态澄湖'],
	bylines: [
		{ role: 'photographer', name: '程野' },
		{ role: 'photographer', name: '苏木' },
	],
	priority: 3,
	body: [
		p(
			'入冬以后，澄湖一天里要换好几回颜色。两名摄影记者沿湖走了一圈，从清晨5时40分的码头走到晚上8时的北桥，记下四个时刻。',
		),
		gallery(
			'澄湖一日',
			figure(
				'lake-dawn',
				'清晨，第一条渔船离开码头，太阳刚刚露头',
				'程野 摄',
				'版画风格的画面：日出时湖面上有一条渔船，岸边是塔和芦苇',
			),
			figure(
				'wetland-birds',
				'上午，白鹭在柳浦湿地觅食',
				'苏木 摄',
				'版画风格的画面：湿地浅水里站着几只白鹭，远处还有几只飞过',
			),
			figure(
				'old-town-canal',
				'午后，老城河道两岸挂着灯笼',
				'程野 摄',
				'版画风格的画面：老城河道上有一座石桥，两岸是白墙黑瓦和红灯笼',
			),
			figure(
				'bridge-night',
				'入夜，北桥的灯亮了',
				'苏木 摄',
				'版画风格的画面：夜里的斜拉桥亮着灯，对岸是城里的楼，天上有月亮',
			),
		),
		p('湿地巡护员丁守田每天早上绕湖数鸟，数了11年。他说今年最早一批候鸟比去年早到4天，落脚的地方也多了两处。'),
		pullQuote('水好不好，鸟比仪器先知道。'),
		p(
			'走到老城已是午后，河埠头上的石阶磨得发亮。63岁的姚阿婆蹲着洗一把青菜，说自家有自来水，还是愿意下来，“几个老姐妹碰碰头，话说完了，菜也洗好了”。',
		),
		factBox(
			'冬天看湖',
			p('环湖步道全年开放，免费入园。'),
			list('看日出：东码头，6时30分前后', '看水鸟：柳浦观鸟屋，8时至10时', '看夜景：北桥南岸，18时起亮灯'),
		),
		p('晚上8时，北桥的灯全亮了。一天里看过的水，这时候都暗下去，只剩桥的影子浮在上面。'),
	],
};

/** Puts a signed story before readers on no page. */
export async function publishFirstOnline(newsroom: Newsroom, pictures: PictureIds): Promise<void> {
	await publishOnline(newsroom.actors.chief_on_duty, await writeSignedStory(newsroom, pictures, aroundTheLake));
}

/** 更正: a slip in the lead of yesterday's first page, found by a reader. */
const slip = { key: 'yd-front-promises', wrong: '71岁的居民冯秀珍', right: '73岁的居民冯秀珍' };

/** Corrects a published story: readers meet the box, the list of corrections, and the next edition keeps its place. */
export async function correctSlip(newsroom: Newsroom, articleIds: ReadonlyMap<string, string>): Promise<void> {
	const { desk_editor, chief_on_duty } = newsroom.actors;
	const { key, wrong, right } = slip;
	const { id, revision, content } = await getArticleForEdit(desk_editor, required(articleIds, key));
	const body = JSON.parse(JSON.stringify(content.body).replace(wrong, right)) as ArticleContent['body'];
	const amendment = { kind: 'correction', wrong, right, foundBy: '读者来电', cause: 'reporting', note: '' } as const;
	await correctArticle(chief_on_duty, await amendStory(newsroom, { id, revision }, { ...content, body, amendment }));
}
