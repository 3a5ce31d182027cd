import { describe, expect, it } from 'vitest';
import { pictureName, pictureSource } from './picture-source';

describe('pictureSource', () => {
	it.each([
		['data:image/png;base64,iVBORw0KGgo=', 'data'],
		['data:image/svg+xml;base64,PHN2Zz4=', 'none'],
		['data:image/svg+xml,%3Csvg/%3E', 'none'],
		['https://mmbiz.qpic.cn/a/640?wx_fmt=jpeg', 'web'],
		['HTTP://a.b/c.png', 'web'],
		['http://', 'none'],
		['file:///C:/Users/a/clip_image001.png', 'disk'],
		['C:\\Users\\a\\1.png', 'disk'],
		['\\\\server\\share\\1.png', 'disk'],
		['blob:https://docs.example/1', 'none'],
		['cid:image001.png@01DA', 'none'],
		['/upload/1.png', 'none'],
		['', 'none'],
	])('%s is %s', (source, kind) => expect(pictureSource(source).kind).toBe(kind));
});

describe('pictureName', () => {
	it.each([
		['https://a.b/2026/%E6%B9%96.jpg?x=1', '湖.jpg'],
		['file:///C:/Temp/clip_image001.png', 'clip_image001.png'],
		['https://mmbiz.qpic.cn/a/640?wx_fmt=jpeg', '第 2 张图片'],
		['data:image/png;base64,AAAA', '第 2 张图片'],
		['https://a.b/%E6%B9.jpg', '%E6%B9.jpg'],
	])('of %s is %s', (source, name) => expect(pictureName(source, 2)).toBe(name));
});
