import { askedGrid, boundsOf, columnPitch, countHoles, nameOf, pageUnits, partsOf, placeFaults } from './check-page';
import { countTaboos } from './check-taboo';
import {
	canSetClose,
	checkLine,
	essenceOf,
	fewestRows,
	headEms,
	type LineFault,
	type LineSetting,
	mostStretchEm,
	normalText,
	type Piece,
	piecesOf,
} from './check-text';
import type { Brief, BriefFigure, BriefStory, Grid, HeadRole, Lock, Sheet, SheetBlock, SheetFigure } from './sheet';

/**
 * The independent checker of sheets. It trusts nothing of the engine and imports nothing of it but the types of the contract:
 * what the contract's words promise is measured again, from the brief, the sheet and a table of the font's widths.
 */

export interface Fault {
	/** What is broken: `text order width half edge split …`. */
	rule: string;
	/** Where, as an editor would say it. */
	at: string;
	/** A sentence in Chinese. */
	text: string;
}

export interface SheetCounts {
	/** Cells (a basic column × a line) that nothing covers. */
	holes: number;
	/** Text that is not on the page. */
	overset: { story: string; chars: number }[];
	/** Lines of text, and by how they meet their measure those that are not a block's last. */
	lines: number;
	interior: { exact: number; squeeze: number; stretch: number };
	/** Largest ems that a gap was stretched by. */
	stretchEm: number;
	/** Lines stretched beyond 0.12 em. */
	wide: number;
	/** T1–T11 by id; without an entry: none. */
	taboos: Record<string, number>;
	/** Hard ones among them, without T11. */
	hardTaboos: number;
}

export interface SheetCheck {
	/** Empty: the sheet is what it says it is, and a press can print it or `free` says why not. */
	faults: Fault[];
	counts: SheetCounts;
}

/**
 * Checks that a sheet is a page of its brief: every character once and in order; nothing outside the grid, over another thing
 * or nearer than a gap; every line as wide as its column; no mark where it may not stand; heads, captions and pictures within
 * their boxes; holes, overset and taboos as many as the sheet says. A hole or overset that the sheet admits is no fault: the
 * sheet is honest, the page is not finished.
 */
export function checkSheet(brief: Brief, sheet: Sheet): SheetCheck {
	const grid = askedGrid(brief);
	const faults: Fault[] = [];
	const counts: SheetCounts = {
		holes: countHoles(brief, sheet, grid),
		overset: [],
		lines: 0,
		interior: { exact: 0, squeeze: 0, stretch: 0 },
		stretchEm: 0,
		wide: 0,
		taboos: {},
		hardTaboos: 0,
	};
	if (!isSame(sheet.grid, grid)) faults.push({ rule: 'grid', at: '版', text: '版样的版式和稿单的不同' });
	for (const { rule, part, text } of placeFaults(brief, sheet, grid)) faults.push({ rule, at: nameOf(part), text });
	faults.push(...storyFaults(brief, sheet, grid, counts), ...lockFaults(brief, sheet, grid));
	countAllTaboos(brief, sheet, grid, counts);
	faults.push(...claimFaults(sheet, counts));
	return { faults, counts };
}

function isSame(a: unknown, b: unknown): boolean {
	const sorted = (value: unknown) => JSON.stringify(Object.entries(value as object).sort());
	return sorted(a) === sorted(b);
}

/** Every story of the brief on the page once, or reported as left out; nothing on the page that is not in the brief. */
function storyFaults(brief: Brief, sheet: Sheet, grid: Grid, counts: SheetCounts): Fault[] {
	const faults: Fault[] = [];
	sheet.blocks.forEach(({ story, order }, i) => {
		if (order !== i) faults.push({ rule: 'order', at: story, text: `区序写作 ${order}，排在第 ${i}` });
		const isKnown = brief.stories.some(({ id }) => id === story);
		if (!isKnown) faults.push({ rule: 'story', at: story, text: '稿单里没有这篇稿件' });
		if (sheet.blocks.findIndex((other) => other.story === story) !== i) {
			faults.push({ rule: 'story', at: story, text: '同一篇稿件排了两次' });
		}
	});
	for (const story of brief.stories) {
		const block = sheet.blocks.find((candidate) => candidate.story === story.id);
		const isExcluded = locksOf(brief, story.id).some(({ kind }) => kind === 'exclude');
		if (block) faults.push(...blockFaults(brief, story, block, grid, counts));
		else if (!isExcluded) counts.overset.push({ story: story.id, chars: lengthOf(story) });
	}
	return faults;
}

function lengthOf(story: BriefStory): number {
	return story.blocks.reduce((sum, { text }) => sum + normalText(text).length, 0);
}

function noteOverset(story: string, chars: number, counts: SheetCounts): void {
	if (chars > 0) counts.overset.push({ story, chars });
}

function blockFaults(brief: Brief, story: BriefStory, block: SheetBlock, grid: Grid, counts: SheetCounts): Fault[] {
	const faults: Fault[] = [];
	if (block.priority !== rankUnder(brief, story)) {
		faults.push({ rule: 'story', at: story.id, text: '稿件的级别被改了' });
	}
	if (block.box !== (story.boxed === true)) faults.push({ rule: 'story', at: story.id, text: '加框和稿单不符' });
	return [
		...faults,
		...textFaults(story, block, counts),
		...headFaults(story, block, grid),
		...figureFaults(story, block, grid),
	];
}

/** The rank of a story, a forced lead being the only one of the first. */
function rankUnder(brief: Brief, { id, priority }: BriefStory): number {
	const leads = (brief.locks ?? []).filter(({ kind }) => kind === 'lead');
	if (leads.some(({ story }) => story === id)) return 1;
	return leads.length > 0 && priority === 1 ? 2 : priority;
}

interface SourceBlock {
	type: BriefStory['blocks'][number]['type'];
	text: string;
	pieces: Piece[];
}

/** The lines of a story hold its text from the first character on, without a gap, and each is set as the rules say. */
function textFaults(story: BriefStory, block: SheetBlock, counts: SheetCounts): Fault[] {
	const faults: Fault[] = [];
	const sources = story.blocks.map(({ type, text }): SourceBlock => {
		const normal = normalText(text);
		const { pieces, unknown } = piecesOf(normal);
		if (essenceOf(normal) !== essenceOf(text)) faults.push({ rule: 'text', at: story.id, text: '规范化改动了文字' });
		if (unknown.length > 0) faults.push({ rule: 'font', at: story.id, text: `字体表里没有“${unknown.join('')}”` });
		return { type, text: normal, pieces };
	});
	const reader = { block: 0, offset: 0 };
	for (const [column, frame] of block.frames.entries()) {
		for (const [row, line] of frame.lines.entries()) {
			const at = `${story.id} 第 ${column + 1} 栏第 ${row + 1} 行`;
			const add = ([rule, text]: LineFault) => faults.push({ rule, at, text });
			const source = sources[line.block];
			if (line.from === line.to) {
				const next = frame.lines[row + 1];
				const isAboveSubhead = row > 0 && next?.from === 0 && next.to > 0 && sources[next.block]?.type === 'subhead';
				if (!isAboveSubhead) add(['white', '空行不在小标题之上']);
				continue;
			}
			for (const fault of readOn(reader, line, sources)) add(fault);
			if (!source || line.from < 0 || line.to > source.text.length || line.from > line.to) continue;
			for (const fault of checkLine({ ...source, measure: 2 * frame.wEm, line })) add(fault);
			for (const fault of countLine({ ...source, measure: 2 * frame.wEm, line }, counts)) add(fault);
		}
	}
	const total = sources.reduce((sum, { text }) => sum + text.length, 0);
	const read = sources.slice(0, reader.block).reduce((sum, { text }) => sum + text.length, 0) + reader.offset;
	noteOverset(story.id, total - read, counts);
	return faults;
}

type Line = SheetBlock['frames'][number]['lines'][number];

/** Moves on to the end of a line, which must begin where the reader stands. */
function readOn(reader: { block: number; offset: number }, line: Line, sources: SourceBlock[]): LineFault[] {
	while (reader.block < sources.length && reader.offset === sources[reader.block]!.text.length) {
		reader.block++;
		reader.offset = 0;
	}
	const isNext = line.block === reader.block && line.from === reader.offset && line.to > line.from;
	const expected = `第 ${reader.block + 1} 段第 ${reader.offset + 1} 字`;
	const found = `第 ${line.block + 1} 段第 ${line.from + 1} 字`;
	if (line.block < sources.length) Object.assign(reader, { block: line.block, offset: line.to });
	return isNext ? [] : [['text', `应接${expected}，排的是${found}`]];
}

/** Counts a line; one stretched beyond 0.12 em is a fault where its paragraph could have been set closer. */
function countLine({ line, type, text, pieces, measure }: LineSetting, counts: SheetCounts): LineFault[] {
	counts.lines++;
	if (type !== 'subhead' && line.to < text.length && line.fit !== 'last') counts.interior[line.fit]++;
	counts.stretchEm = Math.max(counts.stretchEm, line.stretchEm);
	if (line.stretchEm <= mostStretchEm + 1e-6) return [];
	counts.wide++;
	return canSetClose(text, pieces, measure, 4)
		? [['stretch', `字距拉开 ${line.stretchEm.toFixed(3)} 字，这一段可以排得更紧`]]
		: [];
}

const roles: HeadRole[] = ['series', 'column', 'kicker', 'headline', 'deck', 'byline'];
/** Points by which a row may pass its box: rounding, not type. */
const tolerancePt = 0.5;

/** White above, between and below the rows of a head: two lines each at most (the textbook). */
const mostWhiteLines = 2;

/** The head says what the brief says, and its rows fit its box, across and down. */
function headFaults(story: BriefStory, block: SheetBlock, grid: Grid): Fault[] {
	const { parts, w, h } = block.head;
	const faults: Fault[] = [];
	const add = (rule: string, text: string) => faults.push({ rule, at: `${story.id} 的标题`, text });
	const plain = (text: string) => text.split('\n').map(normalText).join('').replace(/ /g, '');
	for (const role of roles) {
		const asked = plain(story[role] ?? '');
		const set = parts.filter((part) => part.role === role);
		const rows = set.flatMap((part) => part.rows.map((row) => row.replace(/ /g, ''))).join('');
		if (rows !== asked || set.length > 1) add('head', `${role} 应为“${asked}”，排的是“${rows}”`);
	}
	const size = { across: (w / 2) * grid.bodyPt, down: h * grid.bodyPt * grid.linePitchEm };
	const isUpright = (role: HeadRole) => block.relation === 'vertical' && ['kicker', 'headline', 'deck'].includes(role);
	let [across, down] = [0, 0];
	for (const { role, pt, rows } of parts) {
		const room = isUpright(role) ? size.down : size.across;
		for (const row of rows) {
			const length = (isUpright(role) ? uprightEms(row) : headEms(row)) * pt;
			if (length > room + tolerancePt) add('head', `“${row}”长 ${length.toFixed(1)} 磅，标题框 ${room.toFixed(1)} 磅`);
		}
		if (isUpright(role)) across += pt * rows.length;
		else down += pt * rows.length;
	}
	if (across > size.across + tolerancePt) add('head', '各行加起来比标题框宽');
	if (down > size.down + tolerancePt) add('head', '各行加起来比标题框高');
	const rowCount = parts.reduce((sum, { rows }) => sum + rows.length, 0);
	const most = Math.ceil(down / (grid.bodyPt * grid.linePitchEm) + mostWhiteLines * (rowCount + 1));
	if (block.relation === 'top' && h > most) add('head', `标题框高 ${h} 行，照算最多 ${most} 行`);
	return faults;
}

/** Ems that a row of upright type is long: two or three digits stand together in one em, Latin words lie on their side. */
function uprightEms(row: string): number {
	return headEms(row.replace(/(?<!\d)\d{1,3}(?!\d)/g, '一'));
}

const captionPt = 8;
/** Most of a picture's height or width that may be cropped. */
const mostCrop = 0.15;

/** Every picture once, cropped by 15 % at most around its focus, undistorted, with room for its caption. */
function figureFaults(story: BriefStory, block: SheetBlock, grid: Grid): Fault[] {
	const faults: Fault[] = [];
	const isOnce = (id: string) => block.figures.filter((figure) => figure.id === id).length === 1;
	for (const { id } of story.figures) {
		if (!isOnce(id)) faults.push({ rule: 'figure', at: `${story.id} 的图片 ${id}`, text: '没有排，或排了不止一次' });
	}
	for (const set of block.figures) {
		const source = story.figures.find(({ id }) => id === set.id);
		const texts = source ? pictureFaults(source, set, grid) : ['稿单里没有这张图片'];
		faults.push(...texts.map((text) => ({ rule: 'figure', at: `${story.id} 的图片 ${set.id}`, text })));
	}
	return faults;
}

function pictureFaults(source: BriefFigure, set: SheetFigure, grid: Grid): string[] {
	const [left, top, width, height] = set.crop;
	const faults: string[] = [];
	const margin = 0.002;
	if (Math.min(left, top) < 0 || left + width > 1 + margin || top + height > 1 + margin) faults.push('裁切框在图外');
	if (Math.min(width, height) < 1 - mostCrop - margin) faults.push(`裁去超过 ${mostCrop * 100}%`);
	if (Math.max(width, height) < 1 - margin) faults.push('两边都裁了');
	const { x, y } = source.focus ?? { x: left, y: top };
	if (x < left || x > left + width || y < top || y > top + height) faults.push('焦点被裁掉');
	const lines = (set.wEm * height * source.height) / (width * source.width) / grid.linePitchEm;
	if (Math.abs(lines - Math.round(lines)) > 0.05) faults.push(`照片高 ${lines.toFixed(2)} 行，不合裁切`);
	const measure = Math.floor((2 * set.wEm * grid.bodyPt) / captionPt);
	const rows = fewestRows(normalText(source.caption ?? ''), normalText(source.credit ?? ''), measure);
	// A caption may take one row more than the fewest; what is higher hides white.
	if (Math.round(lines) + rows + 1 < set.h)
		faults.push(`图片框高 ${set.h} 行，照片和说明只占 ${Math.round(lines) + rows} 行`);
	if (Math.round(lines) + rows > set.h) faults.push(`图片 ${Math.round(lines)} 行加说明 ${rows} 行，框高 ${set.h} 行`);
	return faults;
}

function locksOf(brief: Brief, story: string): Lock[] {
	return (brief.locks ?? []).filter((lock) => lock.story === story);
}

/** What the editor has decided stands so. */
function lockFaults(brief: Brief, sheet: Sheet, grid: Grid): Fault[] {
	return (brief.locks ?? []).flatMap((lock) => {
		const block = sheet.blocks.find(({ story }) => story === lock.story);
		const isKept = block
			? isLockKept(lock, block, grid)
			: lock.kind === 'exclude' || isLeftOut(brief, sheet, lock.story);
		return isKept ? [] : [{ rule: 'lock', at: lock.story, text: `没有照 ${lock.kind} 锁定排` }];
	});
}

/** A story that is left out for want of room, or unknown, breaks no lock. */
function isLeftOut(brief: Brief, sheet: Sheet, story: string): boolean {
	return !brief.stories.some(({ id }) => id === story) || sheet.free.overset.some((entry) => entry.story === story);
}

function isLockKept(lock: Lock, block: SheetBlock, grid: Grid): boolean {
	const { x, y, w, h } = boundsOf(partsOf(block));
	switch (lock.kind) {
		case 'exclude':
			return false;
		case 'frame':
			return x === lock.x && y === lock.y && w <= lock.w && y + h <= lock.y + lock.h;
		case 'span':
			return Math.ceil((Math.min(x + w, pageUnits(grid)) - x) / columnPitch(grid)) === lock.cols;
		case 'size':
			return block.head.parts.some(({ role, pt }) => role === 'headline' && pt === lock.pt);
		case 'relation':
			return block.relation === lock.relation;
		case 'lead':
			return block.order === 0;
	}
}

function countAllTaboos(brief: Brief, sheet: Sheet, grid: Grid, counts: SheetCounts): void {
	const found = countTaboos(brief, sheet, grid);
	for (const { id } of found) counts.taboos[id] = (counts.taboos[id] ?? 0) + 1;
	counts.hardTaboos = found.filter(({ hard }) => hard).length;
	// T11 天窗/压版: one for all holes, one for each story that is not whole.
	const unfinished = (counts.holes > 0 ? 1 : 0) + counts.overset.length;
	if (unfinished > 0) counts.taboos.T11 = unfinished;
}

/** What the sheet says of itself against what was counted. */
function claimFaults(sheet: Sheet, counts: SheetCounts): Fault[] {
	const faults: Fault[] = [];
	const add = (rule: string, text: string) => faults.push({ rule, at: '版', text });
	if (sheet.free.holes !== counts.holes) add('holes', `自报天窗 ${sheet.free.holes} 格，实有 ${counts.holes} 格`);
	const stories = new Set([...sheet.free.overset, ...counts.overset].map(({ story }) => story));
	for (const story of stories) {
		const claimed = sheet.free.overset.find((entry) => entry.story === story);
		const chars = counts.overset.find((entry) => entry.story === story)?.chars ?? 0;
		if (claimed?.chars !== chars) add('overset', `${story} 自报溢文 ${claimed?.chars ?? 0} 字，实有 ${chars} 字`);
		else if (!(claimed.lines > 0)) add('overset', `${story} 的溢文没有行数`);
	}
	for (let i = 1; i <= 11; i++) {
		const id = `T${i}`;
		const claimed = sheet.taboos.filter((taboo) => taboo.id === id).length;
		const counted = counts.taboos[id] ?? 0;
		if (claimed !== counted) add('taboo', `${id} 自报 ${claimed} 处，实有 ${counted} 处`);
	}
	return faults;
}
