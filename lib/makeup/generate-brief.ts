import { copyOf, randomOf } from './fixture';
import { columnX, gridOf, spanUnits } from './grid';
import type { Anchor, Brief, BriefFigure, BriefStory, Grid, GridName, Priority } from './sheet';

/**
 * Briefs for the bench, frozen: the same recipe gives the same brief for ever (its test pins hashes), so that figures of
 * different days can be compared. Tune on the seeds of `protocol.tune`, report on those of `protocol.report`.
 *
 * Density is what an editor counts with a ruler before he begins (the textbook's arithmetic, makeup.md §2.2), over what the
 * page has. In cells, a basic column × a line:
 * - text: characters over the characters of a basic column's line, each paragraph's last line counted whole, a subhead two lines;
 * - head: over as many columns as its rank is given, in the largest size of its rank that needs two rows at most (three where
 *   none does), Σ size / 11.25 and one line of white above, between and below;
 * - picture: over the columns of its rank and its shape, at its own proportions, two lines for caption and white;
 * - a line of white under each story but those at the foot, under the nameplate and over each advertisement.
 * Nothing of the engine is asked: neither its line breaker nor its shapes nor what it can fit.
 */
export interface BriefRecipe {
	seed: number;
	grid: GridName;
	/** 4 … 10 */
	stories: number;
	/** Nominal area over the page's, 0.94 … 1.06. */
	density: number;
	/** 0 … 4 */
	pictures: number;
	/** 0 … 2: a strip over the foot or a corner; two corners. */
	ads: 0 | 1 | 2;
	/** Page 1: a nameplate, with an ear beside it where there is room. */
	nameplate: boolean;
}

export const briefKinds = ['plain', 'pictures', 'ads', 'nameplate'] as const;
export type BriefKind = (typeof briefKinds)[number];

/** First and last seed of each range, and the densities of its briefs. */
export const protocol = {
	tune: [1, 200],
	report: [1001, 1200],
	densities: [0.97, 0.98, 0.99, 1, 1.01, 1.02, 1.03],
} as const;

/** The recipe of a seed of the protocol: every kind on both sheets with 4 … 10 stories comes as often within 56 seeds. */
export function protocolRecipe(seed: number): BriefRecipe & { kind: BriefKind } {
	const random = mixed(seed);
	const kind = briefKinds[(seed >> 1) % briefKinds.length]!;
	return {
		seed,
		kind,
		grid: seed % 2 === 0 ? '四开' : '对开',
		stories: 4 + ((seed >> 3) % 7),
		density: pick(protocol.densities, random),
		pictures: kind === 'pictures' ? 1 + Math.floor(random() * 4) : kind === 'plain' ? 0 : Math.floor(random() * 3),
		ads: kind === 'ads' ? pick([1, 2] as const, random) : 0,
		nameplate: kind === 'nameplate',
	};
}

/** Neighbouring seeds of a linear congruence begin alike; mixed they do not. */
function mixed(seed: number): () => number {
	return randomOf(Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1));
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
	return items[Math.floor(random() * items.length)]!;
}

/** The brief of a recipe. Its density is within 0.006 of what was asked: copy grows by phrases. */
export function briefOf(recipe: BriefRecipe): Brief {
	const random = mixed(recipe.seed * 31 + recipe.stories);
	const grid = gridOf(recipe.grid);
	const anchors = anchorsOf(recipe, grid, random);
	const drafts = draftsOf(recipe, random);
	const make = (scale: number): Brief => ({
		version: 1,
		grid: recipe.grid,
		page: { no: recipe.nameplate ? 1 : 2, name: '要闻', date: '2026-11-22', paper: '澄湖日报' },
		anchors,
		stories: drafts.map((draft) => storyFrom(draft, scale)),
	});
	let best = make(1);
	let [low, high] = [0.02, 12];
	const consider = (scale: number): Brief => {
		const brief = make(scale);
		if (missOf(brief, recipe) < missOf(best, recipe)) best = brief;
		return brief;
	};
	for (let turn = 0; turn < 14; turn++) {
		const middle = (low + high) / 2;
		if (densityOf(consider(middle)) < recipe.density) low = middle;
		else high = middle;
	}
	// Copy grows phrase by phrase, not evenly: a nearby length may hit better.
	for (let step = -6; step <= 6; step++) consider(low * (1 + step / 200));
	return best;
}

function missOf(brief: Brief, recipe: BriefRecipe): number {
	return Math.abs(densityOf(brief) - recipe.density);
}

/** A story before its copy is cut to length. */
interface Draft extends Omit<BriefStory, 'blocks'> {
	length: number;
	seed: number;
}

const lengths: Record<Priority, [least: number, more: number]> = {
	1: [900, 1100],
	2: [550, 650],
	3: [300, 500],
	4: [140, 220],
};

/** One lead, one or two of the second rank, two briefs, the rest between. */
function rankOf(i: number, stories: number): Priority {
	if (i === 0) return 1;
	if (i <= (stories > 6 ? 2 : 1)) return 2;
	return i < stories - 2 ? 3 : 4;
}

function draftsOf({ seed, stories, pictures }: BriefRecipe, random: () => number): Draft[] {
	const drafts = Array.from({ length: stories }, (_, i): Draft => {
		const priority = rankOf(i, stories);
		const [least, more] = lengths[priority];
		const draft: Draft = {
			id: `s${i + 1}`,
			priority,
			headline: headlineOf(11 + Math.floor(random() * 8), random),
			length: least + random() * more,
			seed: seed * 100 + i,
			figures: [],
		};
		if (priority < 3 && random() < 0.5) draft.kicker = pick(kickers, random);
		if (priority < 4 && random() < 0.4) draft.deck = headlineOf(10 + Math.floor(random() * 8), random);
		if (random() < 0.6) draft.byline = `本报记者 ${pick(reporters, random)}`;
		if (priority === 3 && random() < 0.2) draft.boxed = true;
		return draft;
	});
	// Pictures go to the first stories, a fourth one to the lead again.
	for (let i = 0; i < pictures; i++) drafts[i % 3]!.figures.push(figureOf(`p${i + 1}`, random));
	return drafts;
}

const ratios = [0.667, 0.667, 0.75, 1.35];

function figureOf(id: string, random: () => number): BriefFigure {
	return {
		id,
		width: 1200,
		height: Math.round(1200 * pick(ratios, random)),
		caption: `${headlineOf(10 + Math.floor(random() * 8), random)}。`,
		credit: `${pick(reporters, random)} 摄`,
	};
}

const subheadEvery = 700;

function storyFrom({ length, seed, ...story }: Draft, scale: number): BriefStory {
	const chars = Math.max(40, length * scale);
	const random = mixed(seed);
	const sections = Math.floor(chars / subheadEvery);
	const subheads = Array.from({ length: Math.min(sections, 6) }, () => headlineOf(6, random));
	return { ...story, blocks: copyOf(chars, seed, subheads) };
}

const places = ['柳湾', '澄湖', '老街', '北岸', '南塘', '新港', '东浦', '河埠', '白沙', '双桥'];
const subjects = ['社区', '码头', '渔村', '学校', '工厂', '医院', '图书馆', '志愿者', '老师傅', '步道', '湿地', '食堂'];
const verbs = ['迎来', '留住', '办好', '打开', '建成', '用上', '写进', '走出', '算清', '接通'];
const objects = [
	'新变化',
	'一湖清水',
	'三百棵树',
	'家门口的事',
	'清洁能源',
	'八方来客',
	'十年之约',
	'乡愁',
	'《湖泊条例》',
	'第一条公交',
	'智能车间',
];
const tails = ['步步为营', '久久为功', '今起开放', '件件有着落', '百姓得实惠', '昨日通车'];
const kickers = ['学习贯彻全会精神', '奋进强市路上', '聚焦湖区治理', '从一线看变化'];
const reporters = ['江月', '程野', '林晓', '沈清和', '陆远帆'];

/** A headline of words, `length` characters long or one or two fewer. */
function headlineOf(length: number, random: () => number): string {
	let best = '';
	for (let turn = 0; turn < 400 && best.length < length - 2; turn++) {
		const words = [pick(places, random), pick(subjects, random), pick(verbs, random), pick(objects, random)];
		if (random() < 0.5) words.push(` ${pick(tails, random)}`);
		if (random() < 0.5) words.unshift(pick(places, random), pick(subjects, random));
		const text = words
			.slice(0, length < 8 ? 2 : words.length)
			.join('')
			.trim();
		if (text.length <= length && text.length > best.length) best = text;
	}
	return best;
}

function anchorsOf({ ads, nameplate }: BriefRecipe, grid: Grid, random: () => number): Anchor[] {
	const anchors: Anchor[] = [];
	const at = (kind: Anchor['kind'], col: number, cols: number, y: number, h: number) => {
		anchors.push({ kind, x: columnX(grid, col), y, w: spanUnits(grid, cols), h });
	};
	const { cols, lines } = grid;
	const third = Math.round(cols / 3);
	if (nameplate) {
		const h = cols > 6 ? 16 : 12;
		const own = random() < 0.5 ? cols : cols - third;
		at('nameplate', 0, own, 0, h);
		if (own < cols) at('ear', own, third, 0, h);
	}
	const height = () => Math.round(lines * (0.14 + random() * 0.12));
	const isStrip = ads === 1 && random() < 0.5;
	const [first, second] = [height(), height()];
	if (isStrip) at('ad', 0, cols, lines - first, first);
	else if (ads > 0) at('ad', cols - third, third, lines - first, first);
	if (ads === 2) at('ad', 0, 2, lines - second, second);
	return anchors;
}

const bodyPt = 9;
const sizes: Record<Priority, number[]> = { 1: [48, 42, 36], 2: [36, 30, 26], 3: [26, 22, 18], 4: [18, 16] };
/** Columns of an eight-column page that a rank's head, and a flat picture, is given. */
const headCols: Record<Priority, number> = { 1: 5, 2: 3, 3: 2, 4: 1 };
const pictureCols: Record<Priority, number> = { 1: 3, 2: 2, 3: 2, 4: 1 };

/** Nominal area of the copy over the area that the anchors leave, as defined at the top. */
export function densityOf(brief: Brief): number {
	const grid = gridOf(brief.grid);
	const taken = brief.anchors.reduce((sum, { w, h }) => sum + columnsOf(w, grid) * (h + 1), 0);
	const area = brief.stories.reduce((sum, story) => sum + areaOf(story, grid), 0);
	return (area - grid.cols) / (grid.cols * grid.lines - taken);
}

function columnsOf(units: number, grid: Grid): number {
	return Math.round((units + 2 * grid.gapEm) / columnX(grid, 1));
}

/** Cells that a story takes, the line of white under it among them. */
export function areaOf(story: BriefStory, grid: Grid): number {
	const cols = Math.max(1, Math.round((headCols[story.priority] * grid.cols) / 8));
	const widthEm = spanUnits(grid, cols) / 2 - (story.boxed ? 2 : 0);
	const text = story.blocks.reduce((sum, block) => {
		return sum + (block.type === 'subhead' ? 2 : Math.ceil((emsOf(block.text) + 2) / grid.colEm));
	}, 0);
	const pictures = story.figures.reduce((sum, figure) => sum + pictureArea(figure, story.priority, grid), 0);
	const own = text + pictures + cols * headLines(story, widthEm, grid);
	// A box takes an em at each side and a line above and below.
	const boxed = story.boxed ? (own * (widthEm + 2)) / widthEm + 2 * cols : own;
	return boxed + cols;
}

/** Ems of a text: digits and Latin letters half. */
function emsOf(text: string): number {
	return text.length - (text.match(/[!-~]/g)?.length ?? 0) / 2;
}

/** Lines of a head by the textbook: type and a line of white above, between and below. */
export function headLines(story: BriefStory, widthEm: number, grid: Grid): number {
	const ladder = sizes[story.priority];
	const rowsAt = (pt: number) => Math.ceil(emsOf(story.headline) / Math.floor((widthEm * bodyPt) / pt));
	const pt = ladder.find((size) => rowsAt(size) <= 2) ?? ladder.at(-1)!;
	const second = Math.max(10.5, pt * 0.55);
	const rows = [...new Array<number>(rowsAt(pt)).fill(pt)];
	for (const part of [story.kicker, story.deck]) {
		if (part) rows.push(...new Array<number>(Math.ceil((emsOf(part) * second) / (widthEm * bodyPt))).fill(second));
	}
	if (story.byline) rows.push(bodyPt);
	const type = rows.reduce((sum, size) => sum + size, 0) / (grid.bodyPt * grid.linePitchEm);
	return Math.ceil(type + rows.length + 1);
}

function pictureArea(figure: BriefFigure, priority: Priority, grid: Grid): number {
	const flat = Math.max(1, Math.round((pictureCols[priority] * grid.cols) / 8));
	const cols = figure.height > figure.width ? 1 : flat;
	const lines = ((spanUnits(grid, cols) / 2) * figure.height) / figure.width / grid.linePitchEm;
	return cols * Math.round(lines + 2);
}
