import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { storyOf } from '../../lib/makeup/fixture.ts';
import { gridOf } from '../../lib/makeup/grid.ts';
import { makeupCheck } from './makeup-check.mjs';

/** An empty page of one story: nothing on it, all of it admitted. */
const grid = { ...gridOf('四开'), cols: 2, lines: 10 };
const page = { no: 1, name: '要闻', date: '2026-11-22', paper: '澄湖日报' };
const story = { ...storyOf('a', 4, '今起有雨', 0), blocks: [{ type: 'p', text: '小雨。' }] };
const brief = { version: 1, grid, page, anchors: [], stories: [story] };
const sheet = {
	version: 1,
	grid,
	blocks: [],
	free: { holes: 20, overset: [{ story: 'a', lines: 1, chars: 3 }] },
	taboos: ['T11', 'T11'].map((id) => ({ id, at: '', weight: 1000 })),
};
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'makeup-check-'));
const file = (name, value) => {
	fs.writeFileSync(path.join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
	return path.join(folder, name);
};
const said = { log: [], error: [] };
beforeAll(() => {
	for (const stream of ['log', 'error'])
		vi.spyOn(console, stream).mockImplementation((line) => said[stream].push(line));
});
afterAll(() => {
	vi.restoreAllMocks();
	fs.rmSync(folder, { recursive: true });
});
const check = (...files) => {
	said.log.length = said.error.length = 0;
	return makeupCheck(files);
};

describe('makeupCheck', () => {
	const good = file('brief.json', brief);

	it('ends with 0 and the counts as JSON for an honest sheet', () => {
		expect(check(good, file('sheet.json', sheet))).toBe(0);
		expect(JSON.parse(said.log.at(-1))).toMatchObject({ faults: 0, holes: 20 });
		expect(said.log[0]).toContain('天窗 20 格，溢文 3 字');
	});

	it('ends with 1 and a sentence for each fault', () => {
		expect(check(good, file('sheet.json', { ...sheet, free: { ...sheet.free, holes: 0 } }))).toBe(1);
		expect(said.log[0]).toBe('✗ 版：自报天窗 0 格，实有 20 格');
	});

	it.each([
		['没有这个文件', 'none.json'],
		['不是 JSON', file('text.json', '湖')],
		['不是版样', file('list.json', [])],
		['不是第 1 版的版样（sheet）：version 是 2', file('two.json', { ...sheet, version: 2 })],
		['不是完整的版样（sheet）：free 不对', file('half.json', { ...sheet, free: undefined })],
	])('ends with 2 and one sentence: %s', (words, second) => {
		expect(check(good, second)).toBe(2);
		expect(said.error).toHaveLength(1);
		expect(said.error[0]).toContain(words);
	});

	it('asks for two files', () => {
		expect(check(good)).toBe(2);
		expect(said.error[0]).toContain('用法');
	});
});
