import fs from 'node:fs';
import { z } from 'zod';
import { Trouble } from './trouble.mjs';

/** What the checker reads of a brief and a sheet (docs/contracts/sheet.md); what it does not read may be anything. */
const whole = z.int();
const rect = { x: z.number(), y: z.number(), w: z.number(), h: z.number() };
const grid = z.object({
	cols: z.int().min(1).max(24),
	colEm: z.number().min(1).max(100),
	gapEm: z.number().min(0).max(10),
	bodyPt: z.number().positive(),
	linePitchEm: z.number().positive(),
	lines: z.int().min(1).max(1000),
});
const figure = z.object({ id: z.string(), width: z.number().positive(), height: z.number().positive() });
const block = z.object({ type: z.enum(['p', 'subhead', 'q', 'a']), text: z.string() });
const story = z.object({
	id: z.string(),
	priority: z.union([1, 2, 3, 4].map((rank) => z.literal(rank))),
	headline: z.string(),
	blocks: z.array(block),
	figures: z.array(z.looseObject(figure.shape)),
});
const brief = z.looseObject({
	version: z.literal(1),
	grid: z.union([z.enum(['对开', '四开']), z.looseObject(grid.shape)]),
	anchors: z.array(z.looseObject(rect)),
	stories: z.array(z.looseObject(story.shape)),
	locks: z.array(z.looseObject({ kind: z.string(), story: z.string() })).optional(),
});
const line = z.object({
	block: whole,
	from: whole,
	to: whole,
	half: z.array(whole),
	indent: z.number(),
	fit: z.enum(['exact', 'squeeze', 'stretch', 'last']),
	stretchEm: z.number(),
});
const part = z.object({ role: z.string(), pt: z.number().positive(), rows: z.array(z.string()) });
const column = { x: z.number(), y: z.number(), wEm: z.number(), h: z.number() };
const sheetBlock = z.object({
	story: z.string(),
	order: whole,
	priority: whole,
	relation: z.enum(['top', 'left', 'vertical']),
	box: z.boolean(),
	head: z.object({ ...rect, parts: z.array(part) }),
	frames: z.array(z.object({ ...column, lines: z.array(line) })),
	figures: z.array(
		z.object({ ...column, id: z.string(), crop: z.tuple([z.number(), z.number(), z.number(), z.number()]) }),
	),
});
const sheet = z.looseObject({
	version: z.literal(1),
	grid: z.looseObject(grid.shape),
	blocks: z.array(sheetBlock),
	free: z.object({
		holes: z.number(),
		overset: z.array(z.object({ story: z.string(), lines: z.number(), chars: z.number() })),
	}),
	taboos: z.array(z.looseObject({ id: z.string() })),
});

export const readBriefFile = (file) => readFile(file, brief, '稿单（brief）');
export const readSheetFile = (file) => readFile(file, sheet, '版样（sheet）');

function readFile(file, schema, kind) {
	const value = parse(file, read(file));
	if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Trouble(`${file} 不是${kind}。`);
	if (value.version !== 1)
		throw new Trouble(`${file} 不是第 1 版的${kind}：version 是 ${JSON.stringify(value.version) ?? '空的'}。`);
	const { success, error } = schema.safeParse(value);
	if (!success) throw new Trouble(`${file} 不是完整的${kind}：${error.issues[0].path.join('.')} 不对。`);
	return value;
}

function read(file) {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch (error) {
		const cause =
			error.code === 'ENOENT' ? '没有这个文件' : error.code === 'EISDIR' ? '这是文件夹' : `读不出来（${error.code}）`;
		throw new Trouble(`${file}：${cause}。`);
	}
}

function parse(file, text) {
	try {
		return JSON.parse(text);
	} catch {
		throw new Trouble(`${file} 不是 JSON。`);
	}
}
