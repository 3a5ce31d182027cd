import { describe, expect, it } from 'vitest';
import { copyOf } from './fixture';
import { flowText, measureText } from './flow';
import { gridOf } from './grid';

const grid = gridOf('四开');
const subheads = ['先把账算清', '再把岸修好', '把人请回来'];

describe('flowText', () => {
	it('fills its columns to the line, every character in order', () => {
		const blocks = copyOf(900, 3, subheads);
		const text = measureText(blocks, 22, grid);
		const height = Math.ceil((text.min + 3) / 3);
		const flow = flowText(text, [height, height, height])!;
		const columns = flow.columns();
		expect(columns.slice(0, 2).every((column) => column.length >= height - 3)).toBe(true);
		expect(columns[2]).toHaveLength(height - flow.slack);
		const read = blocks.map((block, i) => {
			const lines = columns.flat().filter((line) => line.block === i && line.to > line.from);
			return lines.map((line) => block.text.slice(line.from, line.to)).join('');
		});
		expect(read).toEqual(blocks.map((block) => block.text));
	});

	it('leaves no subhead at the foot of a column and hardly ever a last line at its top', () => {
		let alone = 0;
		for (let seed = 1; seed <= 30; seed++) {
			const blocks = copyOf(800, seed, subheads);
			const text = measureText(blocks, 22, grid);
			const flow = flowText(text, new Array(3).fill(Math.ceil((text.min + 5) / 3)))!;
			const columns = flow.columns();
			for (const [i, column] of columns.entries()) {
				const last = column.at(-1)!;
				if (i < 2) expect(blocks[last.block]!.type).toBe('p');
				if (i < 2) expect(blocks[column.at(-2)!.block]!.type).toBe('p');
				const first = column[0]!;
				if (first.from > 0 && first.to === blocks[first.block]!.text.length) alone++;
			}
		}
		expect(alone).toBeLessThanOrEqual(1);
	});

	it('puts white above a subhead, but not at the top of a column', () => {
		const blocks = copyOf(300, 9, ['先把账算清']);
		const lines = flowText(measureText(blocks, 22, grid), [80])!.columns()[0]!;
		const at = lines.findIndex((line) => blocks[line.block]!.type === 'subhead');
		expect(lines[at]).toMatchObject({ from: 0, to: 0 });
		expect(lines[at + 1]!.to).toBe(5);
		const first = flowText(measureText(blocks.slice(lines[at]!.block), 22, grid), [80])!.columns()[0]!;
		expect(first[0]!.to).toBe(5);
	});

	it('says when the text is too long', () => {
		expect(flowText(measureText(copyOf(300, 9), 22, grid), [10, 10])).toBeUndefined();
	});
});
