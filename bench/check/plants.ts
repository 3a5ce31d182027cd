import { pinyin } from 'pinyin-pro';
import type { Part } from '@/lib/check/check';
import type { CheckedStory } from './corpus';
import { countedSlips } from './slips';

/** An error put into a correct story: the texts with it, and where it stands. */
export interface Plant {
	kind: string;
	story: CheckedStory;
	parts: Part[];
	/** The text and the range in which a mark finds it. */
	part: number;
	from: number;
	to: number;
}

/** Numbers from 0 to 1, the same for one seed (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

type Pick = <Value>(values: readonly Value[]) => Value | undefined;

/** What one kind of error does to a text: a place, what stands there, what stands there instead. */
interface Slip {
	at: number;
	length: number;
	put: string;
	/** What is wrong may be marked anywhere in the text: at the half that is left. */
	anywhere?: true;
}

type Planter = (part: Part, story: CheckedStory, pick: Pick) => Slip | undefined;

const isBody = ({ where }: Part) => where.in === 'body';
const isRunning = ({ role }: Part) => role === 'paragraph' || role === 'answer' || role === 'question';

function matches(text: string, pattern: RegExp): Slip[] {
	return [...text.matchAll(pattern)].map((match) => ({ at: match.index, length: match[0].length, put: match[0] }));
}

/** Replaces one match of a pattern, chosen by `pick`. */
function replacing(pattern: RegExp, put: (written: string, pick: Pick) => string | undefined, where = isBody): Planter {
	return (part, _story, pick) => {
		if (!where(part)) return undefined;
		const slip = pick(matches(part.text, pattern));
		const right = slip && put(slip.put, pick);
		return right === undefined || slip === undefined ? undefined : { ...slip, put: right };
	};
}

/** Of a pair one half is gone: the mark is at the other. */
function wide(planter: Planter): Planter {
	return (part, story, pick) => {
		const slip = planter(part, story, pick);
		return slip && { ...slip, anywhere: true };
	};
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of a text as the platform cuts them: no list of ours. */
function wordsOf(text: string, length: number): Slip[] {
	return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
		isWordLike && segment.length === length && /^[\u4e00-\u9fff]+$/.test(segment)
			? [{ at: index, length, put: segment }]
			: [],
	);
}

/** Characters that stand in the corpus: what an input method would offer for a syllable. */
let offered: Map<string, string[]> | undefined;

function homophoneOf(char: string, stories: readonly CheckedStory[], pick: Pick): string | undefined {
	offered ??= offerOf(stories);
	return pick((offered.get(soundOf(char)) ?? []).filter((other) => other !== char));
}

function offerOf(stories: readonly CheckedStory[]): Map<string, string[]> {
	const chars = new Set(stories.flatMap(({ parts }) => parts.flatMap(({ text }) => [...text])));
	const bySound = new Map<string, string[]>();
	for (const char of chars) {
		if (!/[\u4e00-\u9fff]/.test(char)) continue;
		const sound = soundOf(char);
		bySound.set(sound, [...(bySound.get(sound) ?? []), char]);
	}
	return bySound;
}

function soundOf(char: string): string {
	return pinyin(char, { toneType: 'none', type: 'array' })[0] ?? '';
}

/** One character of a word of `length` becomes another of the same sound. */
function misheard(length: number, stories: readonly CheckedStory[], isIt: (word: string) => boolean): Planter {
	return ({ where, text }, _story, pick) => {
		const word = where.in === 'body' ? pick(wordsOf(text, length).filter(({ put }) => isIt(put))) : undefined;
		const at = pick([...Array(length).keys()]);
		if (!word || at === undefined) return undefined;
		const other = homophoneOf(word.put[at] as string, stories, pick);
		return other ? { ...word, put: word.put.slice(0, at) + other + word.put.slice(at + 1) } : undefined;
	};
}

/** Phrases of four characters that papers use, put down from memory. */
const phrases =
	'一丝不苟 因地制宜 循序渐进 脚踏实地 众志成城 齐心协力 雪中送炭 锦上添花 立竿见影 事半功倍 举一反三 精益求精 坚持不懈 迎难而上 未雨绸缪 防患未然 家喻户晓 络绎不绝 焕然一新 井井有条 有条不紊 日新月异 蒸蒸日上 欣欣向荣 朝气蓬勃 任重道远 再接再厉 全力以赴 群策群力 集思广益 因势利导 对症下药 深入浅出 言传身教 潜移默化 水到渠成 源源不断 川流不息 车水马龙 熙熙攘攘 津津有味 兴致勃勃 依依不舍 语重心长 感同身受 设身处地 不厌其烦 无微不至'.split(
		' ',
	);

const oneOf: Record<string, string> = { '，': ',', '：': ':', '；': ';', '？': '?', '！': '!', '（': '(', '“': '"' };
const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** Another digit in place of the last one of a number. */
function otherNumber(written: string): string {
	return written.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 3) % 10));
}

/** A name with its last character changed for another that names have. */
function otherName(name: string, pick: Pick): string {
	return name.slice(0, -1) + (pick([...'宁涛琳杰楠峰'].filter((char) => !name.includes(char))) ?? '宁');
}

/** Each kind of error with how it is made. Where a kind adds words, they are of its own. */
export function planters(stories: readonly CheckedStory[], names: ReadonlySet<string>): Record<string, Planter> {
	const named = new RegExp([...names].join('|') || '^$', 'g');
	const append =
		(words: string, marked: string): Planter =>
		(part) =>
			isRunning(part) && part.text.length > 60
				? { at: part.text.length, length: 0, put: words.replace('⟦⟧', marked) }
				: undefined;
	const slip = (): Planter => (part, _story, pick) => {
		const [, wrong = ''] = pick(countedSlips) ?? [];
		return append('有人说到“⟦⟧”这个词。'.replace('“⟦⟧”', '⟦⟧'), wrong)(part, _story, pick);
	};
	return {
		半角标点: replacing(/(?<=[\u4e00-\u9fff])[，：；？！（“](?=[\u4e00-\u9fff])/g, (mark) => oneOf[mark]),
		标点重复: replacing(/[，。；]/g, (mark) => mark + mark),
		缺半个引号括号: wide(replacing(/[“”《》（）]/g, () => '', isRunning)),
		省略号破折号: replacing(/……|——/g, (mark) => (mark === '……' ? '...' : '--')),
		段末无标点: (part) => {
			const isLong = isRunning(part) && part.text.length > 40 && part.text.endsWith('。') && !part.text.includes('\n');
			return isLong ? { at: part.text.length - 2, length: 2, put: part.text.at(-2) ?? '' } : undefined;
		},
		叠字: replacing(/[的了在是和就也被把与](?=[\u4e00-\u9fff])/g, (char) => char + char, isRunning),
		词语重复: ({ role, text }, _story, pick) => {
			const word = role === 'paragraph' ? pick(wordsOf(text, 2).concat(wordsOf(text, 3))) : undefined;
			return word && { ...word, put: word.put + word.put };
		},
		整句重复: ({ role, text }, _story, pick) => {
			const sentence = role === 'paragraph' ? pick(matches(text, /(?<=。)[^。！？“”]{20,}。/g)) : undefined;
			return sentence && { at: text.length, length: 0, put: sentence.put };
		},
		百个常见别字: slip(),
		成语同音字: (part, story, pick) => {
			const phrase = pick(phrases) ?? '';
			const at = pick([0, 1, 2, 3]) ?? 0;
			const other = homophoneOf(phrase[at] as string, stories, pick);
			if (!other) return undefined;
			return append('大家都说这是⟦⟧的事。', phrase.slice(0, at) + other + phrase.slice(at + 1))(part, story, pick);
		},
		任意同音字: misheard(2, stories, () => true),
		日期与星期: (part, { day }, pick) => {
			const right = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
			const wrong = pick(weekdays.filter((_, index) => index !== right));
			return append('活动定在⟦⟧举行。', `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（星期${wrong}）`)(
				part,
				{ day } as CheckedStory,
				pick,
			);
		},
		不存在的日期: (part, story, pick) =>
			append('申报到⟦⟧为止。', pick(['9月31日', '2月30日', '6月31日', '2027年2月29日', '11月31日']) ?? '')(
				part,
				story,
				pick,
			),
		数字用法: (part, story, pick) =>
			append(
				'全程⟦⟧。',
				pick([
					'3-5公里',
					'百分之30',
					'5千多米',
					'3～5%',
					'二零二六年',
					'大约30公里左右',
					'98年7月建成',
					'5KM',
					'3万5千人参加',
					'下午15时结束',
				]) ?? '',
			)(part, story, pick),
		量词: (part, story, pick) =>
			append(
				'门前有⟦⟧。',
				pick(['一颗大树', '一颗桃树', '一付对联', '一幅眼镜', '一只队伍', '一坐桥', '一支白鹭', '二个石凳']) ?? '',
			)(part, story, pick),
		人名差一个字: (part, _story, pick) => {
			const name = isBody(part) ? pick(matches(part.text, named)) : undefined;
			return name && { ...name, put: otherName(name.put, pick) };
		},
		署名电头: ({ role, text }, _story, pick) => {
			const name =
				role === 'name' || role === 'dateline'
					? pick(matches(text, /沈知远|陆佳禾|周砚秋|许听澜|方可为|邵明轩|叶晚晴/g))
					: undefined;
			return name && { ...name, put: otherName(name.put, pick) };
		},
		标题数字: ({ where, text }, { parts }, pick) => {
			if (where.in !== 'head' || where.field === 'dateline') return undefined;
			const body = parts
				.filter(isBody)
				.map((part) => part.text)
				.join('\n');
			const number = pick(
				matches(text, /\d+(?:\.\d+)?(?:%|个百分点|亿元|万元|元|名|人|所|家|个|户|种|件)/g).filter(({ put }) =>
					body.includes(put),
				),
			);
			return number && { ...number, put: otherNumber(number.put) };
		},
	};
}

const near = 4;

/** Plants of one kind, at most one of a text; fewer where the corpus has no room for it. */
export function plantsOf(
	kind: string,
	planter: Planter,
	stories: readonly CheckedStory[],
	wanted: number,
	seed: number,
): Plant[] {
	const random = randomFrom(seed);
	const pick: Pick = (values) => values[Math.floor(random() * values.length)];
	const places = stories.flatMap((story) => story.parts.map((part, index) => ({ story, part, index })));
	const order = places.map((place) => ({ place, rank: random() })).sort((a, b) => a.rank - b.rank);
	const plants: Plant[] = [];
	for (const { place } of order) {
		if (plants.length >= wanted) break;
		const { story, part, index } = place;
		const slip = planter(part, story, pick);
		if (!slip) continue;
		const text = part.text.slice(0, slip.at) + slip.put + part.text.slice(slip.at + slip.length);
		const parts = story.parts.with(index, { ...part, text });
		const [from, to] = slip.anywhere ? [0, text.length] : [slip.at - near, slip.at + slip.put.length + near];
		plants.push({ kind, story, parts, part: index, from, to });
	}
	return plants;
}
