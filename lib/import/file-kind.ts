export type FileKind = 'docx' | 'html' | 'markdown' | 'text';

const takes = '导入收 .docx、.txt、.md 和 .html 文件';
const saveAs = '请在 Word 或 WPS 里打开它，另存为 .docx 再导入。';

/**
 * What a file is by its bytes, and by its name where bytes say nothing; or a sentence that says what to do instead.
 */
export function kindOfFile(name: string, bytes: Uint8Array): { kind: FileKind } | { refusal: string } {
	const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	const begins = (signature: string) =>
		[...signature].every((character, index) => bytes[index] === character.charCodeAt(0));
	if (begins('PK\x03\x04')) return { kind: 'docx' };
	if (begins('PK\x05\x06')) return { refusal: '这个文件是空的，里面什么也没有。' };
	if (begins('\xd0\xcf\x11\xe0')) return { refusal: whatOldFile(extension, bytes) };
	if (begins('%PDF'))
		return { refusal: 'PDF 还不能直接导入。请在 PDF 里选中文字，复制，再粘贴到稿件里；断开的行会自动接好。' };
	if (begins('{\\rtf')) return { refusal: `这是 RTF 文件。${saveAs}` };
	if (bytes.length === 0) return { refusal: '这个文件是空的，里面什么也没有。' };
	if (extension === 'docx' || extension === 'doc' || extension === 'wps') {
		return { refusal: `这个文件叫 .${extension}，里面却不是文档，可能没有下载完整。${saveAs}` };
	}
	if (isBinary(bytes)) return { refusal: `这不是文字文件。${takes}；图片请直接拖进稿件。` };
	if (extension === 'html' || extension === 'htm') return { kind: 'html' };
	if (extension === 'md' || extension === 'markdown') return { kind: 'markdown' };
	if (extension === 'txt' || extension === 'text') return { kind: 'text' };
	return { refusal: `${takes}，这个文件不在其中。文字可以复制后粘贴到稿件里。` };
}

/** The container of Office before 2007; today it also wraps documents with a password. */
function whatOldFile(extension: string, bytes: Uint8Array): string {
	const wide = Buffer.from('EncryptedPackage', 'utf16le');
	if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wide)) {
		return '这份文档加了打开密码。请在 Word 或 WPS 里打开，去掉密码，另存后再导入。';
	}
	if (extension === 'xls' || extension === 'et')
		return '这是表格文件。请在表格里选中要用的单元格，复制，再粘贴到稿件里。';
	const called = extension === 'wps' ? 'WPS 的旧格式 .wps' : '旧格式 .doc';
	return `这是${called}，读不出来。${saveAs}`;
}

/** Zeros stand in no text but UTF-16's, which begins with a mark. */
function isBinary(bytes: Uint8Array): boolean {
	const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	return !isUtf16 && bytes.subarray(0, 8192).includes(0);
}

/** Text of a file: by its mark, else UTF-8, else the GB encoding that older Chinese programs write. */
export function decodeText(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('gb18030').decode(bytes);
	}
}
