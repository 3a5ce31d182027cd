import { describe, expect, it } from 'vitest';
import { durationText, embedSourceOf, parseDuration } from './embed';

describe('embedSourceOf', () => {
	it.each([
		['https://www.bilibili.com/video/BV1xx411c7mD', 'video', '哔哩哔哩'],
		['https://v.qq.com/x/page/a.html', 'video', '腾讯视频'],
		['https://www.ximalaya.com/sound/1', 'audio', '喜马拉雅'],
		['https://tv.cctv.com/2026/11/22/VIDE1.shtml', 'video', '央视网'],
		['https://media.example.org/a/interview.MP3?t=1', 'audio', 'media.example.org'],
		['https://www.bilibili.com/a.mp3', 'audio', '哔哩哔哩'],
	])('knows %s', (address, kind, name) => {
		expect(embedSourceOf(address)).toEqual({ kind, name });
	});

	it.each([
		'http://www.bilibili.com/video/BV1',
		'https://bilibili.com.evil.example/video/BV1',
		'https://notbilibili.com/video/BV1',
		'https://qq.com/video',
		'https://user:password@v.qq.com/x',
		'https://v.qq.com:8443/x',
		'https://v.qq.com@evil.example/x.html',
		'https://127.0.0.1/a.mp3',
		'https://[::1]/a.mp3',
		'https://2130706433/a.mp3',
		'https://localhost/a.mp3',
		'https://media.example.org/a.mp3.html',
		'https://media.example.org/a?file=b.mp3',
		'https://media.example.org\\a.mp3',
		' https://v.qq.com/x',
		'javascript:alert(1)//.mp3',
		'data:audio/mp3;base64,AAAA',
		`https://v.qq.com/${'x'.repeat(2000)}`,
	])('does not take %s', (address) => {
		expect(embedSourceOf(address)).toBeUndefined();
	});
});

describe('a length', () => {
	it.each([
		[0, ''],
		[7, '0:07'],
		[187, '3:07'],
		[3723, '1:02:03'],
		[86_400, '24:00:00'],
	])('of %i seconds is written and read', (seconds, text) => {
		expect(durationText(seconds)).toBe(text);
		expect(parseDuration(text)).toBe(seconds);
	});

	it('is read as people type it, or not at all', () => {
		expect(parseDuration(' 95 ')).toBe(95);
		expect(parseDuration('3：07')).toBe(187);
		expect(['三分钟', '3:70', '-1', '24:00:01', '1:2:3:4'].map(parseDuration)).toEqual(Array(5).fill(undefined));
	});
});
