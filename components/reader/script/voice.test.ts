import { expect, it } from 'vitest';
import { pickVoice } from './voice';

const pick = (...langs: string[]) => pickVoice(langs.map((lang) => ({ lang, localService: true })))?.lang;

it.each(['zh-CN', 'zh_CN', 'zho-CN', 'zh-Hans-CN', 'zh_CN_#Hans', 'cmn-CN', 'chi', 'zh'])(
	'knows %s as Chinese',
	(lang) => {
		expect(pick('en-US', lang, 'ja-JP')).toBe(lang);
	},
);

it.each(['yue-HK', 'en_US', 'zha-CN', 'chk'])('does not take %s for it', (lang) => {
	expect(pick(lang)).toBeUndefined();
});

it('takes Mandarin before Cantonese, the mainland’s before others, this device’s before the web’s', () => {
	expect(pick('zh_HK', 'zh_TW', 'zh_CN')).toBe('zh_CN');
	expect(pick('zh-HK', 'zh-Hant-TW')).toBe('zh-Hant-TW');
	expect(pick('zh-HK')).toBe('zh-HK');
	const [web, own] = [
		{ lang: 'zh-CN', localService: false },
		{ lang: 'zh-CN', localService: true },
	];
	expect(pickVoice([web, own])).toBe(own);
	expect(pickVoice([{ lang: 'zh-TW', localService: true }, web])).toBe(web);
});
