import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyOf, storyOf } from '@/lib/makeup/fixture';
import type { Brief } from '@/lib/makeup/sheet';
import { makeup } from './command';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'makeup-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const story = storyOf('lead', 1, '一湖清水养一城人', 0, { blocks: copyOf(700, 1) });
const brief: Brief = {
	version: 1,
	grid: '四开',
	page: { no: 2, name: '民生', date: '2026-11-22', paper: '澄湖日报' },
	anchors: [{ kind: 'ad', x: 0, y: 43, w: 142, h: 43 }],
	stories: [story],
};

let out = '';
let err = '';
beforeEach(() => {
	[out, err] = ['', ''];
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
		out += text;
		return true;
	});
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
		err += text;
		return true;
	});
});
afterEach(() => vi.restoreAllMocks());

const noBrowser = () => Promise.reject(new Error('No browser was asked for'));

function fileOf(content: unknown): string {
	const file = path.join(folder, 'brief.json');
	fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

describe('npm run makeup', () => {
	it('prints the sheet alone on standard output, everything else beside it', async () => {
		expect(await makeup([fileOf(brief), '--ascii', '--budget-ms', '50', '--seed', '7'], noBrowser)).toBe(0);
		const sheet = JSON.parse(out);
		expect(sheet).toMatchObject({ version: 1, stats: { seed: 7 } });
		expect(out.trimEnd()).not.toContain('\n');
		expect(err).toMatch(/^A{5}/m);
		expect(err).toMatch(/^#{23}$/m);
		expect(err).toMatch(/1 篇/);
	});

	it('says what would not fit, which is no failure', async () => {
		const more = { ...brief, stories: [{ ...story, blocks: copyOf(6000, 1) }] };
		expect(await makeup([fileOf(more), '--budget-ms', '20'], noBrowser)).toBe(0);
		expect(JSON.parse(out).free.overset).not.toEqual([]);
		expect(err).toMatch(/放不下：共多出 \d+ 行/);
	});

	it.each<[string, () => string[], RegExp]>([
		['no file', () => [], /要一个 brief 文件/],
		['a file that is not there', () => [path.join(folder, 'none.json')], /none\.json：没有这个文件/],
		['a folder', () => [folder], /这是文件夹/],
		['what is no JSON', () => [fileOf('{"version": 1')], /不是 JSON/],
		['another version', () => [fileOf({ ...brief, version: 2 })], /version：应为 1/],
		['an unknown option', () => [fileOf(brief), '--fast'], /选项不对/],
		['a seed that is no number', () => [fileOf(brief), '--seed', '1.5'], /--seed 应为/],
	])('refuses %s in a sentence, with status 2', async (_name, args, sentence) => {
		expect(await makeup(args(), noBrowser)).toBe(2);
		expect(err).toMatch(sentence);
		expect(out).toBe('');
	});

	it('explains itself', async () => {
		expect(await makeup(['--help'], noBrowser)).toBe(0);
		for (const word of ['--budget-ms', '--seed', '--ascii', '--html', '--pdf', '退出码']) expect(out).toContain(word);
	});
});
