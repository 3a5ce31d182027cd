import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LinkedNames } from './inline';

const render = (text: string, ...names: { name: string; href?: string }[]) =>
	renderToStaticMarkup(<LinkedNames text={text} names={names} />);

it('links the first mention of each name, and nothing else', () => {
	const [jia, yi] = [
		{ name: '甲', href: '/reporter/1' },
		{ name: '乙', href: '/reporter/2' },
	];
	expect(render('记者 乙 甲 乙', jia, yi)).toBe('记者 <a href="/reporter/2">乙</a> <a href="/reporter/1">甲</a> 乙');
	expect(render('本报讯', jia)).toBe('本报讯');
});

it('links nobody within the name of another, whether or not that has a page', () => {
	const [short, long] = [{ name: '张军', href: '/reporter/1' }, { name: '张军华' }];
	expect(render('记者 张军华 张军', short, long)).toBe('记者 张军华 <a href="/reporter/1">张军</a>');
	expect(render('记者 张军华', short, long)).toBe('记者 张军华');
});
