// Every screen, one a row: its name, where it stands, as whom it is seen, and what is done there before the picture is
// taken. `at` may name what is only known once the demo paper is printed: `found` of demo-address.mjs.

const today = ({ page }) => page.split('/')[2];
const daysOn = (found, days) => new Date(Date.parse(today(found)) + days * 86_400_000).toISOString().slice(0, 10);
/** A place of the edition in the making: its page 1 is locked, 2 and 3 are in proof, 4 is being composed. */
const next =
	(place = '') =>
	(found) =>
		`/desk/edition/${daysOn(found, 1)}${place}`;

const key = (keys) => (page) => page.keyboard.press(keys);
const seen = (selector) => (page) => page.locator(selector).first().waitFor();
const press = (name) => (page) => page.getByRole('button', { name }).first().click();
const follow = (name) => async (page) => {
	const before = page.url();
	await page.getByRole('link', { name }).first().click();
	await page.waitForURL((url) => url.href !== before);
};
/** A screen that stands under the one that is open. */
const to = (place) => (page) => page.goto(`${page.url()}/${place}`);
/** Opens the story of that title from the list. */
const open = (title) => `/desk/article?q=${encodeURIComponent(title)}`;
const then =
	(...acts) =>
	async (page) => {
		for (const act of acts) {
			await act(page);
			await page.waitForLoadState('networkidle');
		}
	};

/** @type {{ name: string, at: string | ((found: Record<string, string>) => string), as?: string,
 *   act?: (page: import('playwright-core').Page) => Promise<unknown> }[]} */
export const screens = [
	{ name: 'front', at: '/' },
	{ name: 'page', at: ({ page }) => page },
	{ name: 'page-inner', at: ({ inner }) => inner },
	{ name: 'article', at: ({ article }) => article },
	{ name: 'interviews', at: ({ interviews }) => interviews },
	{ name: 'column', at: ({ column }) => column },
	{ name: 'series', at: ({ series }) => series },
	{ name: 'tag', at: ({ tag }) => tag },
	{ name: 'reporter', at: ({ reporter }) => reporter },
	{ name: 'search', at: '/search' },
	{ name: 'search-found', at: `/search?q=${encodeURIComponent('湖')}` },
	{ name: 'search-nothing', at: `/search?q=${encodeURIComponent('没有这个词')}` },
	{ name: 'missing', at: '/article/nothing-here' },
	{ name: 'missing-day', at: '/paper/2001-01-01/1' },
	{ name: 'login', at: '/login' },
	{ name: 'invite-lapsed', at: '/invite/nothing' },

	{ name: 'desk-stories', at: '/desk/article', as: 'zongbian' },
	{ name: 'desk-stories-own', at: '/desk/article', as: 'jizhe' },
	{ name: 'desk-stories-none', at: open('没有这个词'), as: 'zongbian' },
	{ name: 'desk-keys', at: '/desk/article', as: 'zongbian', act: press(/快捷键/) },
	{ name: 'editor', at: open('错时市集'), as: 'jizhe', act: then(follow(/错时市集/), seen('.ProseMirror')) },
	{ name: 'editor-submit', at: open('错时市集'), as: 'jizhe', act: then(follow(/错时市集/), press(/送审/)) },
	{ name: 'editor-returned', at: open('冬修水利'), as: 'jizhe', act: then(follow(/冬修水利/), seen('.ProseMirror')) },
	{ name: 'editor-chief', at: open('雨夜积水'), as: 'zongbian', act: follow(/雨夜积水/) },
	{ name: 'editor-return', at: open('雨夜积水'), as: 'zebian', act: then(follow(/雨夜积水/), press(/退稿/)) },
	{ name: 'reading', at: open('雨夜积水'), as: 'jiaodui', act: follow(/雨夜积水/) },
	...['检查', '批注', '历史', '大纲'].map((panel, index) => ({
		name: `editor-panel-${index + 1}`,
		at: open('雨夜积水'),
		as: 'zebian',
		act: then(follow(/雨夜积水/), press(new RegExp(`^${panel}`))),
	})),
	{ name: 'editor-preview', at: open('雨夜积水'), as: 'zebian', act: then(follow(/雨夜积水/), to('preview')) },
	{ name: 'difference', at: open('雨夜积水'), as: 'zebian', act: then(follow(/雨夜积水/), to('history')) },
	{ name: 'review-sheet', at: open('雨夜积水'), as: 'zebian', act: then(follow(/雨夜积水/), to('sheet')) },
	{ name: 'board-mine', at: '/desk/review', as: 'zebian' },
	{ name: 'board-stage', at: '/desk/review/stage', as: 'zongbian' },
	{ name: 'board-edition', at: '/desk/review/edition', as: 'zongbian' },
	{ name: 'terms', at: '/desk/check', as: 'jiaodui' },
	{ name: 'ledger', at: '/desk/reporter/ledger', as: 'zebian' },
	{ name: 'settings', at: '/desk/setting', as: 'admin' },
	{ name: 'palette', at: '/desk/review', as: 'zebian', act: (page) => page.keyboard.press('Control+k') },
	{ name: 'editions', at: '/desk/edition', as: 'banmian' },
	{ name: 'edition-plan', at: '/desk/edition', as: 'banmian', act: press(/建期/) },
	{ name: 'edition', at: next(), as: 'banmian' },
	{
		name: 'edition-slot',
		at: next(),
		as: 'banmian',
		act: then(press('版面设置'), (page) => page.getByRole('menuitem', { name: '加稿位' }).click()),
	},
	{ name: 'edition-reading', at: next(), as: 'jizhe' },
	{ name: 'edition-thin', at: (found) => `/desk/edition/${daysOn(found, 2)}`, as: 'banmian' },
	{ name: 'edition-published', at: (found) => `/desk/edition/${today(found)}`, as: 'zongbian' },
	{ name: 'wall', at: next('/board'), as: 'zongbian' },
	{ name: 'wall-large', at: next('/board'), as: 'zongbian', act: key('f') },
	{ name: 'desk-page', at: (found) => `/desk/edition/${today(found)}/1`, as: 'banmian' },
	{ name: 'desk-page-thin', at: (found) => `/desk/edition/${daysOn(found, 2)}/1`, as: 'banmian' },
	{ name: 'desk-page-open', at: next('/4'), as: 'banmian' },
	{ name: 'desk-page-story', at: next('/3'), as: 'banmian', act: key('j') },
	{ name: 'desk-page-keys', at: next('/3'), as: 'banmian', act: key('?') },
	{ name: 'desk-page-locked', at: next('/1'), as: 'banmian' },
	{ name: 'desk-page-debug', at: next('/3?debug'), as: 'banmian' },
	{
		name: 'alternatives',
		at: next('/3'),
		as: 'banmian',
		act: then(press(/^备选/), seen('[role=dialog] .map-sheet')),
	},
	{
		name: 'page-template',
		at: next('/3'),
		as: 'banmian',
		act: then(press('版式模板'), seen('[role=dialog] .map-sheet')),
	},
	{ name: 'page-ad', at: next('/3'), as: 'banmian', act: press(/广告/) },
	{ name: 'page-filler', at: next('/3'), as: 'banmian', act: press('加补白') },
	{ name: 'proof', at: next('/3/proof'), as: 'jiaodui' },
	{
		name: 'proof-large',
		at: next('/3/proof'),
		as: 'jiaodui',
		act: (page) => page.getByLabel(/^放大版面/).evaluate((box) => box.click()),
	},
	{ name: 'proof-sign', at: next('/3/proof'), as: 'jiaodui', act: key('s') },
	{ name: 'proof-side', at: next('/2/proof?v=2&against=1'), as: 'zebian' },
	{ name: 'proof-over', at: next('/2/proof?v=2&against=1&view=over'), as: 'zebian' },
	{ name: 'proof-locked', at: next('/1/proof'), as: 'zongbian' },
	{ name: 'proof-none', at: next('/4/proof'), as: 'banmian' },
	{ name: 'press', at: next('/1/print'), as: 'banmian' },
	{ name: 'press-open', at: next('/4/print'), as: 'banmian' },
	{ name: 'columns', at: '/desk/column', as: 'admin' },
	{ name: 'column-new', at: '/desk/column', as: 'admin', act: press(/新建/) },
	{ name: 'reporters', at: '/desk/reporter', as: 'admin' },
	{ name: 'reporter-desk', at: '/desk/reporter', as: 'admin', act: follow('沈知远') },
	{ name: 'reporter-edit', at: '/desk/reporter', as: 'admin', act: then(follow('沈知远'), follow(/修改|编辑/)) },
	{ name: 'reporter-new', at: '/desk/reporter/new', as: 'admin' },
	{ name: 'accounts', at: '/desk/user', as: 'admin' },
	{ name: 'account', at: '/desk/user', as: 'admin', act: follow('沈知远') },
	{ name: 'account-new', at: '/desk/user/new', as: 'admin' },
	{ name: 'account-own', at: '/desk/user/me', as: 'jiaodui' },
	{ name: 'log', at: '/desk/log', as: 'admin' },
	{ name: 'desk-missing', at: '/desk/nothing-here', as: 'jizhe' },
	{ name: 'desk-refused', at: '/desk/user', as: 'jizhe' },
];

/** What the READMEs show: `docs/screenshots/<file>.png`. */
export const readmeShots = [
	{ file: 'front', screen: 'front', width: 1440, height: 960, scheme: 'light' },
	{ file: 'page', screen: 'page', width: 1440, height: 960, scheme: 'light' },
	{ file: 'article', screen: 'article', width: 1440, height: 900, scheme: 'light' },
	{ file: 'editor', screen: 'editor', width: 1280, height: 720, scheme: 'light' },
	{ file: 'edition', screen: 'edition', width: 1280, height: 720, scheme: 'light' },
	{ file: 'desk', screen: 'desk-page-story', width: 1280, height: 860, scheme: 'light' },
	{ file: 'proof', screen: 'proof', width: 1280, height: 860, scheme: 'light' },
	{ file: 'phone', screen: 'article', width: 390, height: 844, scheme: 'dark', scale: 2 },
];
