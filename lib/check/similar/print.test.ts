import { describe, expect, it } from 'vitest';
import { bandsOf, likeness } from './print';

const story =
	'傍晚六点半，望湖路西段的路障准时移开，四十二个摊位在划好的白线内支了起来。湖滨街道本周起试行错时市集，把早晚两头的路面让给卖菜、修鞋、配钥匙的小生意。摊主们说，早上不用再躲，晚上不用再赶，一天里最安生的就是这两个钟头。';
const other =
	'清晨的渡口还罩着雾，第一班船就要开了。船老大把缆绳解下来，在手里绕了三圈，朝岸上喊了一声。岸上的人提着竹筐往下走，筐里是新挖的藕，藕上还带着湖底的泥。';

const shared = (a: string, b: string) => {
	const bands = new Set(bandsOf(a));
	return bandsOf(b).filter((band) => bands.has(band)).length;
};

describe('prints', () => {
	it('are the same for the same words, whatever stands between them', () => {
		expect(bandsOf(story)).toEqual(bandsOf(story.replaceAll('，', ', ')));
		expect(bandsOf(story).every((band) => Number.isInteger(band) && Math.abs(band) <= 2 ** 31)).toBe(true);
	});

	it('have bands in common with a story that was worked over, and none with another', () => {
		expect(shared(story, `${story.replace('四十二个', '四十个')}记者看到，人还在来。`)).toBeGreaterThan(0);
		expect(shared(story, other)).toBe(0);
	});

	it('are not made of a few words', () => {
		expect(bandsOf('今天开会。')).toEqual([]);
	});
});

describe('likeness', () => {
	it('is the share of the shorter text', () => {
		expect(likeness(story, story)).toBe(1);
		expect(likeness(story, `${other}${story}`)).toBeGreaterThan(0.98);
		expect(likeness(story, other)).toBe(0);
	});
});
