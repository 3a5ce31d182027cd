import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a zip; what it claims of itself can be other than it is. */
export interface ZipPart {
	name: string;
	data: Uint8Array | string;
	/** The size that the headers claim. */
	claims?: number;
	isEncrypted?: boolean;
}

/** A zip, honest or not, as a program writes it. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, data, claims, isEncrypted } of parts) {
		const bytes = Buffer.from(data);
		const packed = deflateRawSync(bytes);
		const fields = Buffer.alloc(26);
		fields.writeUInt16LE(20, 0);
		// Names are UTF-8.
		fields.writeUInt16LE(0x800 | (isEncrypted ? 1 : 0), 2);
		fields.writeUInt16LE(8, 4);
		fields.writeUInt32LE(crc32(bytes), 10);
		fields.writeUInt32LE(packed.length, 14);
		fields.writeUInt32LE(claims ?? bytes.length, 18);
		fields.writeUInt16LE(Buffer.byteLength(name), 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, rest, Buffer.from(name)]));
		bodies.push(local);
		offset += local.length;
	}
	const size = directory.reduce((sum, one) => sum + one.length, 0);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 0, 'latin1');
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...bodies, ...directory, end]);
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const namespaces = `${word} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a test wants in its document. */
export interface DocxFile {
	/** The paragraphs and tables, in WordprocessingML. */
	body: string;
	styles?: string;
	numbering?: string;
	footnotes?: string;
	/** Relationships of the body: id, type and target. */
	relations?: { id: string; type: string; target: string; external?: boolean }[];
	/** More parts. */
	parts?: ZipPart[];
	/** What comes before the root of the body. */
	prologue?: string;
}

/** A .docx with these parts. */
export function docxOf({
	body,
	styles,
	numbering,
	footnotes,
	relations = [],
	parts = [],
	prologue = '',
}: DocxFile): Buffer {
	const relation = ({ id, type, target, external }: NonNullable<DocxFile['relations']>[number]) =>
		`<Relationship Id="${id}" Type="${officeType}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
	const part = (name: string, root: string, inner: string | undefined): ZipPart[] =>
		inner === undefined
			? []
			: [{ name: `word/${name}.xml`, data: `${head}<w:${root} ${namespaces}>${inner}</w:${root}>` }];
	const types =
		'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="emf" ContentType="image/x-emf"/>';
	return zipOf([
		{
			name: '[Content_Types].xml',
			data: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`,
		},
		{
			name: '_rels/.rels',
			data: relationsOf(relation({ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' })),
		},
		{ name: 'word/_rels/document.xml.rels', data: relationsOf(relations.map(relation).join('')) },
		{
			name: 'word/document.xml',
			data: `${head}${prologue}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
		},
		...part('styles', 'styles', styles),
		...part('numbering', 'numbering', numbering),
		...part('footnotes', 'footnotes', footnotes),
		...parts,
	]);
}

function relationsOf(inner: string): string {
	return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
}

/** A paragraph; `look` are its properties, `run` those of its one run. */
export function para(text: string, { look = '', run = '' } = {}): string {
	return `<w:p>${look && `<w:pPr>${look}</w:pPr>`}<w:r>${run && `<w:rPr>${run}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A picture in a paragraph of its own, by the id of its relationship; `link` for one that is only linked. */
export function picturePara(id: string, { how = 'embed', alt = '' } = {}): string {
	return `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

const style = (id: string, name: string, inner = '') =>
	`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;

/** Styles as a Chinese Word has them: ids are figures, names are English. */
export const wordStyles = [
	'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
	style('a', 'Normal'),
	style('1', 'heading 1', '<w:basedOn w:val="a"/><w:rPr><w:b/><w:sz w:val="44"/></w:rPr>'),
	style('2', 'heading 2', '<w:basedOn w:val="a"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'),
	style('a3', 'Title', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr>'),
	style('a5', 'Subtitle', '<w:pPr><w:jc w:val="center"/></w:pPr>'),
	style('a7', 'caption', '<w:rPr><w:sz w:val="20"/></w:rPr>'),
	style('TOC1', 'toc 1'),
	'<w:style w:type="character" w:styleId="z"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
].join('');

const level = (ilvl: number, format: string, text: string) =>
	`<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, ...levels: string[]) =>
	`<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;

/** Lists 1: 1. with squares inside; 2: 一、（一）; 3: bullets; 4: list 1 begun anew. */
export const wordNumbering = [
	list(0, level(0, 'decimal', '%1.'), level(1, 'bullet', '\uf06e')),
	list(1, level(0, 'chineseCounting', '%1、'), level(1, 'chineseCounting', '（%2）')),
	list(2, level(0, 'bullet', '\uf0b7')),
	...[0, 1, 2].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`),
	'<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
].join('');

/** The properties of a numbered paragraph. */
export function numbered(list: number, level = 0): string {
	return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}
