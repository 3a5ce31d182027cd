import mammoth from 'mammoth';
import { Refusal } from '@/lib/errors';
import { cleanHtml, fileLink } from '../clean-html';
import type { HtmlElement } from '../html-tree';
import { importLimits } from '../limits';
import { parseHtml } from '../parse-html';
import type { Cleaned } from '../piece';
import { openZip, type Zip } from '../zip';
import { type BodyNews, type Look, rewriteBody, signStyle } from './body';
import { readNumbering } from './numbering';
import { type Remarks, remarksOf } from './remarks';
import { readStyles, runFacts } from './styles';
import { attributeOf, childOf, decodeXml, elements, parseXml, writeXml } from './xml';

/** A picture of a document, as it was put in. */
export interface DocumentPicture {
	mime: string;
	base64: string;
}

export interface ReadDocument extends Cleaned {
	/** A picture piece's source is `part:` and a place in this list. */
	pictures: DocumentPicture[];
	/** What did not come along, in words. */
	remarks: string[];
}

const maxPictures = importLimits.pictures;

/** Names of the parts, as nearly all programs write them. */
const parts = { styles: 'word/styles.xml', numbering: 'word/numbering.xml', relations: 'word/_rels/document.xml.rels' };

/** A .docx as clean pieces. Nothing outside of the given bytes is read; refuses in words what is no such document. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
	const zip = await openZip(bytes);
	if (!zip.has('word/document.xml')) throw new Refusal('invalid', whatElse(zip.names()));
	const xml = async (name: string) => (zip.has(name) ? parseXml(decodeXml(await zip.read(name))) : undefined);
	const [document, styles, numbering] = [
		await xml('word/document.xml'),
		await xml(parts.styles),
		await xml(parts.numbering),
	];
	if (!document) throw new Error('The document part went missing');
	const defaults = runFacts(childOf(elements(styles ?? document, 'rPrDefault')[0], 'rPr')).size;
	const { looks, news } = rewriteBody(document, readStyles(styles), readNumbering(numbering), defaults);
	const remarks = remarksOf(await findRemarks(zip, news, xml));
	const { html, pictures } = await toHtml(zip, writeXml(document), looks);
	const cleaned = cleanHtml(withLooks(parseHtml(html), looks), fileLink);
	return { ...cleaned, pictures, remarks };
}

function whatElse(names: readonly string[]): string {
	const has = (start: string) => names.some((name) => name.startsWith(start));
	if (has('xl/')) return '这是 Excel 表格，不是文档。请在表格里选中要用的单元格，复制，再粘贴到稿件里。';
	if (has('ppt/')) return '这是演示文稿，不是文档。请把要用的文字复制，再粘贴到稿件里。';
	if (has('content.xml') || has('META-INF/manifest.xml'))
		return '这是 OpenDocument 文档（.odt）。请在原来的程序里另存为 .docx 再导入。';
	return '这不是 Word 文档，只是一个压缩包。请解压后选里面的 .docx 导入。';
}

type ReadXml = (name: string) => Promise<Document | undefined>;

/** Words in places that a story has none for: heads and feet of pages, comments; pictures that are only linked. */
async function findRemarks(zip: Zip, news: BodyNews, xml: ReadXml): Promise<Remarks> {
	const furniture: string[] = [];
	for (const name of zip
		.names()
		.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
		.slice(0, 40)) {
		const part = await xml(name);
		furniture.push(
			...(part
				? elements(part, 'p').map((one) =>
						elements(one, 't')
							.map((text) => text.textContent)
							.join(''),
					)
				: []),
		);
	}
	const comments = zip.has('word/comments.xml') ? await xml('word/comments.xml') : undefined;
	const relations = news.linked.length > 0 ? await xml(parts.relations) : undefined;
	const targets = new Map(
		(relations ? elements(relations, 'Relationship') : []).map((one) => [
			attributeOf(one, 'Id'),
			attributeOf(one, 'Target') ?? '',
		]),
	);
	return {
		...news,
		furniture,
		comments: comments
			? elements(comments, 'comment').map((one) =>
					elements(one, 't')
						.map((text) => text.textContent)
						.join(''),
				)
			: [],
		linked: news.linked.map((id) => targets.get(id) ?? ''),
	};
}

/** The converter reads the zip through our checked reader, and the body as we rewrote it. */
async function toHtml(
	zip: Zip,
	body: string,
	looks: readonly Look[],
): Promise<{ html: string; pictures: DocumentPicture[] }> {
	const pictures: DocumentPicture[] = [];
	const file = {
		exists: (name: string) => zip.has(name),
		async read(name: string, encoding?: string): Promise<string | Uint8Array> {
			if (name === 'word/document.xml') return body;
			const bytes = await zip.read(name);
			if (encoding === 'base64') return bytes.toString('base64');
			if (!encoding) return bytes;
			const text = decodeXml(bytes);
			parseXml(text);
			return text;
		},
	};
	let count = 0;
	const convertImage = mammoth.images.imgElement(async (image) => {
		const number = count++;
		if (number < maxPictures)
			pictures[number] = { mime: image.contentType ?? '', base64: await image.readAsBase64String() };
		return { src: `part:${number}` };
	});
	const options = {
		styleMap: styleMap(looks),
		includeEmbeddedStyleMap: false,
		externalFileAccess: false,
		convertImage,
	};
	const { value } = await mammoth.convertToHtml({ file } as unknown as MammothInput, options);
	if (count > maxPictures) {
		throw new Refusal('too-large', `文档里有 ${count} 张图片，一篇稿件最多 ${maxPictures} 张。请删减后再导入。`);
	}
	return { html: value, pictures };
}

/** Its own readers of files are typed, the form that takes a zip already open is not. */
type MammothInput = Parameters<typeof mammoth.convertToHtml>[0];

function styleMap(looks: readonly Look[]): string[] {
	return [
		`r.${signStyle} => span.${signStyle}`,
		...looks.map(({ name, level }) => `p.${name} => ${tagOf(level)}.${name}:fresh`),
	];
}

function tagOf(level: number | undefined): string {
	return level === undefined || level < 1 ? 'p' : `h${Math.min(level, 6)}`;
}

/** The looks written as a copy from Word would have them: one cleaner reads both. */
function withLooks(root: HtmlElement, looks: readonly Look[]): HtmlElement {
	const byName = new Map(looks.map((look) => [look.name, look]));
	const rewrite = (element: HtmlElement): HtmlElement => {
		const children = element.children.map((child) => (typeof child === 'string' ? child : rewrite(child)));
		const look = byName.get(element.attributes.class ?? '');
		const isSign = element.attributes.class === signStyle;
		if (!look && !isSign) return { ...element, children };
		return { ...element, children, attributes: isSign ? { style: 'mso-list:Ignore' } : attributesOf(look!) };
	};
	return rewrite(root);
}

function attributesOf({ level, isCaption, centred, size, sign }: Look): Record<string, string> {
	const style = [
		centred ? 'text-align:center' : '',
		size ? `font-size:${size / 2}pt` : '',
		sign ? `mso-list:l${sign.list} level${sign.level + 1} lfo1` : '',
	];
	const name = level === 0 ? 'MsoTitle' : level === 0.5 ? 'MsoSubtitle' : isCaption ? 'MsoCaption' : '';
	return { style: style.filter(Boolean).join(';'), ...(name && { class: name }) };
}
