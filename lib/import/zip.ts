import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { Refusal } from '@/lib/errors';
import { zipLimits } from './limits';

/** A zip in memory. */
export interface Zip {
	has(name: string): boolean;
	names(): string[];
	/** Throws where there is no such part, or it holds other than it claims. */
	read(name: string): Promise<Buffer>;
}

const broken = '这个文件不完整或已经损坏，打不开。请在原来的程序里重新保存一次再导入。';
const megabyte = 1024 * 1024;

/** Opens a zip, nothing of it inflated yet. Refuses in words what is no zip, is encrypted or would swell. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
	const zip = await open(bytes).catch((): never => {
		throw new Refusal('invalid', broken);
	});
	if (zip.entryCount > zipLimits.entries)
		throw swollen(`里面有 ${zip.entryCount} 个部分，最多 ${zipLimits.entries} 个`);
	const entries = await listEntries(zip);
	judge([...entries.values()]);
	return {
		has: (name) => entries.has(name),
		names: () => [...entries.keys()],
		read: async (name) => {
			const entry = entries.get(name);
			if (!entry) throw new Error(`No part ${name}`);
			return inflate(zip, entry);
		},
	};
}

function open(bytes: Uint8Array): Promise<ZipFile> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true };
	return new Promise((resolve, reject) => {
		fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip)));
	});
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
	const entries = new Map<string, Entry>();
	return new Promise((resolve, reject) => {
		zip.on('entry', (entry: Entry) => {
			if (entries.has(entry.fileName)) reject(new Refusal('invalid', broken));
			else if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
			zip.readEntry();
		});
		zip.on('end', () => resolve(entries));
		zip.on('error', () => reject(new Refusal('invalid', broken)));
		zip.readEntry();
	});
}

function judge(entries: readonly Entry[]): void {
	if (entries.some((entry) => entry.isEncrypted())) {
		throw new Refusal('invalid', '这个文件加了密码。请先去掉密码，另存后再导入。');
	}
	const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
	if (total > zipLimits.bytes)
		throw swollen(`展开后有 ${toMegabytes(total)} MB，最多 ${toMegabytes(zipLimits.bytes)} MB`);
	for (const { fileName, uncompressedSize, compressedSize } of entries) {
		const isXml = /\.(?:xml|rels)$/i.test(fileName);
		if (isXml && uncompressedSize > zipLimits.xmlBytes) {
			throw swollen(
				`有一部分文字展开后有 ${toMegabytes(uncompressedSize)} MB，最多 ${toMegabytes(zipLimits.xmlBytes)} MB`,
			);
		}
		if (uncompressedSize > megabyte && uncompressedSize > compressedSize * zipLimits.ratio) {
			throw swollen(`有一部分压缩得太紧（超过 ${zipLimits.ratio} 倍），像是恶意文件`);
		}
	}
}

function swollen(why: string): Refusal {
	return new Refusal('too-large', `这个文件没有导入：${why}。请拆成几个文件，或者另存后再试。`);
}

function toMegabytes(bytes: number): number {
	return Math.ceil(bytes / megabyte);
}

/** A part's bytes; yauzl ends the stream where they become more than the entry claims. */
function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const fail = () => reject(new Refusal('invalid', broken));
		zip.openReadStream(entry, (error, stream) => {
			if (error) return fail();
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => resolve(Buffer.concat(chunks)));
			stream.on('error', fail);
		});
	});
}
