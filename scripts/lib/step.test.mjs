import { describe, expect, it } from 'vitest';
import { duration } from './step.mjs';

describe('duration', () => {
	it.each([
		[40, '0.0 秒'],
		[9940, '9.9 秒'],
		[9960, '10 秒'],
		[59_400, '59 秒'],
		[59_600, '1 分 00 秒'],
		[65_000, '1 分 05 秒'],
	])('%i ms is %s', (time, text) => expect(duration(time)).toBe(text));
});
