import { describe, expect, it } from 'vitest';
import { zipOf } from '@/tests/docx-file';
import { decodeText, kindOfFile } from './file-kind';

const ole = (inner: string) =>
	Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inner, 'utf16le')]);

describe('kindOfFile', () => {
	it.each<[string, Uint8Array, string]>([
		['a.docx', zipOf([{ name: 'x', data: 'y' }]), 'docx'],
		['改了名.zip', zipOf([{ name: 'x', data: 'y' }]), 'docx'],
		['a.txt', Buffer.from('湖'), 'text'],
		['a.TXT', Buffer.from('\ufeff湖', 'utf16le'), 'text'],
		['a.md', Buffer.from('# 湖'), 'markdown'],
		['a.html', Buffer.from('<p>湖'), 'html'],
		['a.htm', Buffer.from('<p>湖'), 'html'],
	])('%s is taken', (name, bytes, kind) => expect(kindOfFile(name, bytes)).toEqual({ kind }));

	it.each<[string, Uint8Array, RegExp]>([
		['旧稿.doc', ole('WordDocument'), /旧格式 \.doc.*另存为 \.docx/],
		['旧稿.wps', ole('WordDocument'), /WPS 的旧格式 \.wps.*另存为 \.docx/],
		['加密.docx', ole('EncryptedPackage'), /打开密码/],
		['表.xls', ole('Workbook'), /单元格/],
		['版.pdf', Buffer.from('%PDF-1.7'), /PDF 还不能直接导入.*粘贴/],
		['a.rtf', Buffer.from('{\\rtf1}'), /RTF.*另存为 \.docx/],
		['a.docx', Buffer.from('<html>登录</html>'), /没有下载完整/],
		['a.docx', Buffer.alloc(0), /空的/],
		['a.txt', Buffer.alloc(0), /空的/],
		['a.docx', Buffer.from('PK\x05\x06'), /空的/],
		['a.txt', Buffer.from([1, 0, 2, 0]), /不是文字文件/],
		['图.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), /图片请直接拖进稿件/],
		['a.csv', Buffer.from('甲,乙'), /不在其中/],
		['没有扩展名', Buffer.from('湖'), /不在其中/],
	])('%s is told what to do', (name, bytes, words) => {
		const found = kindOfFile(name, bytes);
		expect('refusal' in found && found.refusal).toMatch(words);
	});
});

describe('decodeText', () => {
	it.each<[string, Uint8Array]>([
		['UTF-8', Buffer.from('湖边的路')],
		['UTF-8 with its mark', Buffer.from('\ufeff湖边的路')],
		['UTF-16, little end first', Buffer.from('\ufeff湖边的路', 'utf16le')],
		['UTF-16, big end first', Buffer.from('\ufeff湖边的路', 'utf16le').swap16()],
		['the GB encoding', Buffer.from('bafeb1dfb5c4c2b7', 'hex')],
	])('reads %s', (_name, bytes) => expect(decodeText(bytes)).toBe('湖边的路'));
});
