import { describe, expect, it } from 'vitest';
import { docxOf, numbered, para, picturePara, wordNumbering, wordStyles } from '@/tests/docx-file';
import { importLimits } from '../limits';
import { toBlocks } from '../to-blocks';
import { readDocx } from './read-docx';

const all = { styles: wordStyles, numbering: wordNumbering };
const read = async (body: string, more = {}) => {
	const { pieces, ...rest } = await readDocx(docxOf({ ...all, body, ...more }));
	return { blocks: toBlocks(pieces), ...rest };
};
const types = async (body: string, more = {}) => (await read(body, more)).blocks.map((block) => block.type);
const texts = async (body: string, more = {}) => (await read(body, more)).blocks.map((block) => textIn(block));
const textIn = (value: unknown): string =>
	Array.isArray(value)
		? value.map(textIn).join('|')
		: typeof value === 'object' && value !== null
			? 'text' in value
				? String(value.text)
				: textIn('content' in value ? value.content : '')
			: '';

describe('a Word document', () => {
	it('has headings by style, by a style of a style, by outline', async () => {
		const mine = `${wordStyles}<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="小题"/><w:basedOn w:val="2"/></w:style>`;
		const body = [
			para('一', { look: '<w:pStyle w:val="1"/>' }),
			para('二', { look: '<w:pStyle w:val="mine"/>' }),
			para('三', { look: '<w:outlineLvl w:val="2"/>' }),
			para('四'),
		];
		expect(await types(body.join(''), { styles: mine })).toEqual(['subhead', 'subhead', 'subhead', 'paragraph']);
	});

	it('has bold by run and by style, and no weight where a style takes it back', async () => {
		const run = (text: string, look: string) => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
		const { blocks } = await read(
			`<w:p>${run('甲', '<w:b/>')}${run('乙', '<w:rStyle w:val="z"/>')}${run('丙', '<w:rStyle w:val="z"/><w:b w:val="0"/>')}${run('丁', '')}</w:p>`,
		);
		expect(blocks).toEqual([
			{
				type: 'paragraph',
				content: [
					{ type: 'text', text: '甲乙', marks: [{ type: 'bold' }] },
					{ type: 'text', text: '丙丁' },
				],
			},
		]);
	});

	it('has lists that go on counting, with lists inside', async () => {
		const body = [
			para('一', { look: numbered(1) }),
			para('方', { look: numbered(1, 1) }),
			para('二', { look: numbered(1) }),
			para('话'),
			para('三', { look: numbered(1) }),
			para('新一', { look: numbered(4) }),
			para('点', { look: numbered(3) }),
		];
		const { blocks } = await read(body.join(''));
		expect(blocks.map((block) => [block.type, 'attrs' in block ? block.attrs : undefined])).toEqual([
			['orderedList', undefined],
			['bulletList', undefined],
			['orderedList', { start: 2 }],
			['paragraph', undefined],
			['orderedList', { start: 3 }],
			['orderedList', undefined],
			['bulletList', undefined],
		]);
	});

	it('keeps numbers that Word counts and a list of ours does not print', async () => {
		const look = (level: number) => ({ look: numbered(2, level) });
		const body = [
			para('疏浚', look(0)),
			para('上游', look(1)),
			para('下游', look(1)),
			para('护坡', look(0)),
			para('东岸', look(1)),
		];
		expect(await texts(body.join(''))).toEqual(['一、疏浚', '（一）上游', '（二）下游', '二、护坡', '（一）东岸']);
		expect(await texts(para('总则', { look: `<w:pStyle w:val="1"/>${numbered(1)}` }))).toEqual(['1. 总则']);
	});

	it('has tables with merged cells', async () => {
		const cell = (text: string, look = '') => `<w:tc><w:tcPr>${look}</w:tcPr>${para(text)}</w:tc>`;
		const body = `<w:tbl><w:tr>${cell('乡镇', '<w:vMerge w:val="restart"/>')}${cell('小麦', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('计划')}${cell('完成')}</w:tr></w:tbl>`;
		expect((await read(body)).blocks).toMatchObject([
			{
				type: 'table',
				content: [{ content: [{ attrs: { rowspan: 2 } }, { attrs: { colspan: 2 } }] }, { content: [{}, {}] }],
			},
		]);
	});

	it('has its footnotes at the end', async () => {
		const footnotes = `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">${para('碑文今存。')}</w:footnote>`;
		const body =
			'<w:p><w:r><w:t>三次大修</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>';
		const relations = [{ id: 'rId9', type: 'footnotes', target: 'footnotes.xml' }];
		expect(await texts(body, { footnotes, relations })).toEqual(['三次大修[1]。', '', '[1] 碑文今存。']);
		expect(await types(body, { footnotes, relations })).toEqual(['paragraph', 'divider', 'paragraph']);
	});

	it('has links, and none that lead into our own site', async () => {
		const link = (id: string) => `<w:p><w:hyperlink r:id="${id}"><w:r><w:t>公示</w:t></w:r></w:hyperlink></w:p>`;
		const relations = [
			{ id: 'l1', type: 'hyperlink', target: 'https://example.org/a', external: true },
			{ id: 'l2', type: 'hyperlink', target: '/desk', external: true },
			{ id: 'l3', type: 'hyperlink', target: 'javascript:alert(1)', external: true },
		];
		const { blocks } = await read(['l1', 'l2', 'l3'].map(link).join(''), { relations });
		expect(JSON.stringify(blocks).match(/"href":"[^"]*"/g)).toEqual(['"href":"https://example.org/a"']);
	});

	it('has pictures with alt texts and captions', async () => {
		const relations = [{ id: 'p1', type: 'image', target: 'media/image1.png' }];
		const parts = [{ name: 'word/media/image1.png', data: Buffer.from('PNG') }];
		const { blocks, pictures } = await read(
			picturePara('p1', { alt: '码头' }) + para('图1：码头的早晨。程野 摄', { look: '<w:pStyle w:val="a7"/>' }),
			{ relations, parts },
		);
		expect(blocks).toEqual([
			{ type: 'picture', attrs: { source: 'part:0', alt: '码头', caption: '图1：码头的早晨。', credit: '程野 摄' } },
		]);
		expect(pictures).toEqual([{ mime: 'image/png', base64: Buffer.from('PNG').toString('base64') }]);
	});

	it('has words in text boxes, of the old form and of the new one', async () => {
		const box = `<w:txbxContent>${para('框里的话')}</w:txbxContent>`;
		const old = `<mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback>`;
		const fresh = `<mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>`;
		for (const inner of [fresh + old, fresh]) {
			expect(
				await texts(`<w:p><w:r><mc:AlternateContent>${inner}</mc:AlternateContent></w:r></w:p>${para('后文')}`),
			).toEqual(['框里的话', '后文']);
		}
	});

	it('says what did not come along', async () => {
		const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${para('青禾镇宣传办')}${para('第 1 页')}</w:hdr>`;
		const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0">${para('数字再核')}</w:comment></w:comments>`;
		const parts = [
			{ name: 'word/header1.xml', data: header },
			{ name: 'word/comments.xml', data: comments },
		];
		const relations = [{ id: 'p9', type: 'image', target: 'https://evil.example/pixel.png', external: true }];
		const body = [
			'<w:p><w:r><w:t>占地</w:t></w:r><w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:ins><w:r><w:t>86</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>保密</w:t></w:r><w:r><w:t>亩。</w:t></w:r></w:p>',
			'<w:p><m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara></w:p>',
			'<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
			para('第一章1', { look: '<w:pStyle w:val="TOC1"/>' }),
			picturePara('p9', { how: 'link' }),
		].join('');
		const { blocks, remarks } = await read(body, { parts, relations });
		expect(blocks.map(textIn)).toEqual(['占地86亩。', 'a=b']);
		expect(remarks).toEqual([
			'页眉页脚没有带入：“青禾镇宣传办”。',
			'批注 1 条没有带入：“数字再核”。',
			'只有链接的图片 1 张没有带入：“https://evil.example/pixel.png”。请另存后再传。',
			'修订中删去的 1 处文字没有带入。',
			'隐藏的 1 处文字没有带入。',
			'图表和 SmartArt 共 1 个没有带入，请截图后作为图片传上来。',
			'公式 1 处按文字带入，请核对。',
			'目录 1 行没有带入。',
		]);
	});

	it.each([
		[importLimits.pictures, true],
		[importLimits.pictures + 1, false],
	])('may have %i pictures: %s', async (count, may) => {
		const relations = [{ id: 'p1', type: 'image', target: 'media/image1.png' }];
		const parts = [{ name: 'word/media/image1.png', data: 'PNG' }];
		const result = read(picturePara('p1').repeat(count), { relations, parts }).then(
			() => true,
			() => false,
		);
		expect(await result).toBe(may);
	});
});
