import { describe, expect, it } from 'vitest';
import { plainText } from '@/lib/article/body';
import { a, divider, figure, p, q, subhead } from '@/prisma/seed/story';
import { toReadingBlocks } from './article-blocks';

const picture = (key: string) => figure(key, `图${key}`, '程野 摄', '');
const typesOf = (...blocks: Parameters<typeof toReadingBlocks>[0]) => toReadingBlocks(blocks).map(({ type }) => type);

describe('toReadingBlocks', () => {
	it('draws a question and its answers together', () => {
		expect(typesOf(p('导语'), q('一？'), a('甲'), a('乙'), q('二？'), a('丙'), p('尾'))).toEqual([
			'paragraph',
			'exchange',
			'exchange',
			'paragraph',
		]);
		expect(typesOf(a('没有问题的回答'))).toEqual(['exchange']);
	});

	it('draws pictures that follow each other together', () => {
		expect(typesOf(picture('1'), p('文'), picture('2'), picture('3'), picture('4'))).toEqual([
			'figure',
			'paragraph',
			'gallery',
		]);
	});

	it('knows a poem by its short lines', () => {
		expect(typesOf(p('芦苇先白了头\n替天空打一个草稿\n白鹭单脚站着'))).toEqual(['verse']);
		expect(typesOf(p('只有一处\n断行'))).toEqual(['paragraph']);
	});

	it('drops white that a writer made, and no text', () => {
		const blocks = [p('一'), { type: 'paragraph' as const }, subhead('二'), divider(), q('三'), a('四'), picture('5')];
		const reading = toReadingBlocks(blocks).flatMap((block) => {
			if (block.type === 'exchange' || block.type === 'gallery') return block.content;
			return block.type === 'verse' ? [] : [block];
		});
		expect(reading).toHaveLength(blocks.length - 1);
		expect(plainText({ content: reading })).toBe('一\n二\n三\n四\n图5\n程野 摄');
	});

	it('leaves its input alone', () => {
		const blocks = [q('一？'), a('甲'), picture('1'), picture('2'), picture('3')];
		const before = structuredClone(blocks);
		toReadingBlocks(blocks);
		expect(blocks).toEqual(before);
	});
});
