// node bench/makeup-lines.mjs [--quick]: how well and how fast the makeup engine breaks lines. The figures as one line of JSON.
import '../scripts/lib/preload.mjs';
import process from 'node:process';
import { median } from './table.mjs';

const { breakText } = await import('../lib/makeup/breaker.ts');
const { copyOf, paragraph, randomOf } = await import('../lib/makeup/fixture.ts');
const { fillText, measureText } = await import('../lib/makeup/flow.ts');
const { gridOf } = await import('../lib/makeup/grid.ts');
const { normalize } = await import('../lib/makeup/normalize.ts');

const measuresEm = [11, 13, 20, 27];
const indent = 4;
const limitEm = 0.12;

/**
 * Two kinds of copy. `news` has marks, numbers and marks side by side about as often as the real page that the project
 * knows: per 100 characters 9.8 marks (2 of them brackets and quotation marks), 0.9 Latin runs, 0.3 of an odd number of
 * half-ems, 0.3 marks halved beside another. `figures` has four times as many numbers and seven times as many marks
 * side by side: statistics, quotations.
 */
const copies = {
	news: { chars: 800_000, write: newsParagraph },
	figures: { chars: 200_000, write: (random) => paragraph(40 + random() * 200, random) },
};

/**
 * Breaks 1,000,000 characters of generated copy (a tenth when quick) to each of the measures, and counts on the drawn
 * lines, with rules and widths of its own: forbidden edges, lines that do not sum to their measure, interior lines
 * that needed nothing (`untouched`), that a mark at their edge fitted (`edge`), that were squeezed or stretched.
 * `charsPerSecond` takes a text to its lines, all its line counts included.
 */
export function measureLines({ quick = false } = {}) {
	const figures = { chars: 0, forbiddenEdges: 0, wrongSums: 0, copies: {}, fillsPerSecond: measureFills(quick) };
	for (const [name, { chars, write }] of Object.entries(copies)) {
		const texts = writeTexts(write, quick ? chars / 10 : chars);
		figures.copies[name] = { ...densityOf(texts), measures: {} };
		figures.chars += lengthOf(texts);
		for (const em of measuresEm) {
			const { forbiddenEdges, wrongSums, ...rest } = measureAt(texts, 2 * em);
			figures.forbiddenEdges += forbiddenEdges;
			figures.wrongSums += wrongSums;
			figures.copies[name].measures[em] = rest;
		}
	}
	return figures;
}

const plain = [
	'清晨的湖面浮着薄雾',
	'码头上已经忙开了',
	'新修的步道沿河展开',
	'老师傅用竹篾编一只灯笼',
	'食堂里飘出桂花糕的香味',
	'社区把会开到居民家门口',
	'工人在脚手架上递砖',
	'水利站的人蹲在闸口量水位',
	'种粮大户把谷子晒满了场院',
	'孩子们在堤上数过往的船',
	'这条路修了整整一年',
	'账目每月贴在村口',
	'大家当场把事情定下来',
	'夜里的灯一盏接一盏亮起来',
	'图纸前后改过许多回',
	'年轻人陆续回到镇上',
	'旧厂房改成了书店和剧场',
	'渔民把网补好晾在岸边',
	'卫生院添了两间诊室',
	'他在渡口守了半辈子',
	'下游的水比往年清',
	'办事窗口中午也有人',
	'茶馆里坐满了听书的人',
	'班车开进了最远的自然村',
	'冬修的队伍天不亮就出门',
];
const openings = ['眼下', '去年冬天', '从那以后', '每到秋天', '在湖的东岸', '和往年一样', '为了这件事', '据他回忆'];
const numbered = [
	'今年以来累计投入3.2亿元',
	'到2027年绿地率将达到四成',
	'第38批志愿者走进社区',
	'从老城到新区只要9分钟',
	'全镇共有26个小组',
	'去年有1100人回乡办厂',
	'汛期最高水位超过4米',
	'服务热线一天接听1024个电话',
];
const marked = [
	'大家管“水上粮仓”叫老地方',
	'新编的《湖区志》已经付印',
	'镇里推行“一口清”办法',
	'老街（原来的米市）重新开张',
	'课本里的《渡口》写的就是这里',
	'他把这叫作“笨办法”',
];
const spoken = ['“这下放心了。”', '有人问：“船呢？”', '“好，”他说', '《湖区志》（初稿）'];

/** Sentences of three to six clauses, as plain as newspaper copy mostly is. */
function newsParagraph(random) {
	const pick = (list) => list[Math.floor(random() * list.length)];
	const length = 40 + random() * 210;
	const clause = () => {
		const dice = random();
		if (dice < 0.12) return pick(numbered);
		if (dice < 0.24) return pick(marked);
		if (dice < 0.247) return pick(spoken);
		return (dice < 0.6 ? pick(openings) : '') + pick(plain);
	};
	let text = '';
	while (text.length < length) {
		const clauses = Array.from({ length: 3 + Math.floor(random() * 4) }, clause);
		text +=
			clauses.reduce((sentence, next) => sentence + pick('，，，，，，、；') + next) + pick('。。。。。。。。！？');
	}
	// Speech ends with a mark of its own.
	return text.replace(/([。？])”[，、；。！？]/g, '$1”');
}

function writeTexts(write, chars) {
	const random = randomOf(2027);
	const texts = [];
	for (let length = 0; length < chars; length += texts.at(-1).length) texts.push(normalize(write(random)));
	return texts;
}

const lengthOf = (texts) => texts.reduce((sum, text) => sum + text.length, 0);

function densityOf(texts) {
	const chars = lengthOf(texts);
	const per100 = (pattern) =>
		round((100 * texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0)) / chars, 2);
	return {
		marks: per100(/[，。、；：？！（）《》“”]/g),
		latinRuns: per100(/[!-~]+/g),
		oddRuns: per100(/(?<![!-~])[!-~](?:[!-~]{2})*(?![!-~])/g),
		brackets: per100(/[（）《》“”]/g),
		adjacentMarks: per100(/[，。、；：？！）》”](?=[，。、；：？！（）《》“”])/g),
	};
}

function measureAt(texts, measure) {
	const count = { lines: 0, interior: 0, untouched: 0, edge: 0, squeezed: 0, stretched: 0, overLimit: 0 };
	const sums = { forbiddenEdges: 0, wrongSums: 0, maxStretchEm: 0 };
	const rates = [];
	const step = Math.ceil(texts.length / 20);
	for (let at = 0; at < texts.length; at += step) {
		const part = texts.slice(at, at + step);
		const start = performance.now();
		const set = part.map((text) => breakText(text, measure, { indent }).lines());
		rates.push((1000 * lengthOf(part)) / (performance.now() - start));
		for (const [k, text] of part.entries()) countLines(text, set[k], measure, count, sums);
	}
	const share = (number) => round((100 * number) / count.interior, 1);
	const shares = ['untouched', 'edge', 'squeezed', 'stretched'].map((name) => [name, share(count[name])]);
	return {
		charsPerSecond: Math.round(median(rates)),
		lines: count.lines,
		...Object.fromEntries(shares),
		overLimit: count.overLimit,
		...sums,
		maxStretchEm: round(sums.maxStretchEm, 3),
	};
}

const round = (number, digits) => Number(number.toFixed(digits));

const noStart = /^[，。、；：？！）》〉」』】〗〕”’·～–／/％‰℃%]|^—(?!—)/;
const noEnd = /[（《〈「『【〖〔“‘／/]$/;
/** Numbers and words go on in the next line; a dash or an ellipsis is cut. */
const cut = /[0-9A-Za-z.,]\n[0-9A-Za-z.,%]|(?<!—)(?:——)*—\n—|(?<!…)(?:……)*…\n…/;

function countLines(text, lines, measure, count, sums) {
	const parts = lines.map((line) => text.slice(line.from, line.to).trimEnd());
	if (lines.map((line) => text.slice(line.from, line.to)).join('') !== text) sums.wrongSums++;
	count.lines += lines.length;
	for (const [i, line] of lines.entries()) {
		if (i > 0 && noStart.test(parts[i])) sums.forbiddenEdges++;
		if (i === lines.length - 1) continue;
		if (noEnd.test(parts[i]) || cut.test(`${parts[i]}\n${parts[i + 1]}`)) sums.forbiddenEdges++;
		if (Math.abs(widthOf(parts[i], line) - measure + line.indent) > 1e-6) sums.wrongSums++;
		count.interior++;
		count[treatmentOf(parts[i], line)]++;
		if (line.stretchEm > limitEm) count.overLimit++;
		sums.maxStretchEm = Math.max(sums.maxStretchEm, line.stretchEm);
	}
}

/** Width in ½ em: a dash or an ellipsis 4, Latin 1 a character, the middle dot and a space 1, all else 2. */
function widthOf(part, line) {
	const pieces = part.match(/——|……|[!-~]+|[\s\S]/gu) ?? [];
	const natural = pieces.reduce((sum, piece) => {
		if (piece === '——' || piece === '……') return sum + 4;
		return sum + (/^[!-~]/.test(piece) ? piece.length : piece === '·' || piece === ' ' ? 1 : 2);
	}, 0);
	return natural - line.half.length + 2 * line.stretchEm * (pieces.length - 1);
}

/** Whether a line needed anything beyond the half-width of marks beside another: at its edges only, or inside. */
function treatmentOf(part, line) {
	if (line.stretchEm > 0) return 'stretched';
	if (line.fit !== 'squeeze') return 'untouched';
	const inside = line.half.filter((at) => at > line.from && at < line.from + part.length - 1);
	const besideMarks = inside.filter((at) => isBesideMark(part, at - line.from));
	return inside.length > besideMarks.length ? 'squeezed' : 'edge';
}

function isBesideMark(part, k) {
	const isClosing = /[，。、；：？！）》”]/;
	const isOpening = /[（《“]/;
	if (isClosing.test(part[k]))
		return (
			isClosing.test(part[k + 1] ?? '') ||
			isOpening.test(part[k + 1] ?? '') ||
			/[？！]{2}/.test(part.slice(k - 1, k + 1))
		);
	return isOpening.test(part[k - 1] ?? '');
}

/** Questions a second whether a story of 1,000 characters with subheads fills 3 to 6 columns, heights about right. */
function measureFills(quick) {
	const text = measureText(copyOf(1000, 3, ['先把账算清', '再把岸修好', '把人请回来']), 26, gridOf('对开'));
	const sets = [];
	for (let columns = 3; columns <= 6; columns++) {
		for (let lines = text.min; lines <= text.max; lines++) {
			const height = Math.floor(lines / columns);
			sets.push([...new Array(columns - 1).fill(height), lines - height * (columns - 1)]);
		}
	}
	const rates = [];
	for (let round = 0; round < (quick ? 5 : 20); round++) {
		const start = performance.now();
		for (let again = 0; again < 400; again++) for (const heights of sets) fillText(text, heights);
		rates.push((400_000 * sets.length) / (performance.now() - start));
	}
	return Math.round(median(rates));
}

if (import.meta.main) console.log(JSON.stringify(measureLines({ quick: process.argv.includes('--quick') })));
