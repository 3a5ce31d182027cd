import { endsName, isOneOff, namedPeople } from '@/lib/reporter/naming';
import { surnameLength } from '@/lib/reporter/surnames';
import type { CheckSettings, Finding, Part, StoryRule } from '../check';

/** Names that should be the same in caption, byline, dateline and text, and are one character apart. */

type Placed = Finding & { part: number };

const captionName: StoryRule = {
	id: 'caption-name',
	name: '图说与正文的人名',
	severity: 'warning',
	source: '本稿正文',
	*lookAcross(parts) {
		const captions = [...parts.entries()].filter(([, { role }]) => role === 'caption');
		if (captions.length === 0) return;
		const body = textOf(parts);
		const names = new Set(namedPeople(body).map(({ name }) => name));
		for (const [part, { text }] of captions) yield* slips(text, part, { names, body, where: '正文里' });
	},
};

function textOf(parts: readonly Part[]): string {
	return parts
		.filter(({ where, role }) => where.in === 'body' && role !== 'caption' && role !== 'credit')
		.map(({ text }) => text)
		.join('\n');
}

interface Against {
	names: ReadonlySet<string>;
	/** A name that stands in here is no slip. */
	body: string;
	/** Where the right names were read, for the sentence. */
	where: string;
}

/** Names in a text that are one character off one of `names`. */
function* slips(text: string, part: number, { names, body, where }: Against): Iterable<Placed> {
	const known = [...names].filter((name) => !text.includes(name));
	for (let at = 0; at < text.length; at++) {
		if (surnameLength(text, at) === 0) continue;
		const right = known.find((name) => isOneOff(text.slice(at, at + name.length), name));
		const written = right && text.slice(at, at + right.length);
		if (!right || !written || body.includes(written)) continue;
		yield {
			part,
			from: at,
			to: at + written.length,
			suggestions: [right],
			message: `“${written}”和${where}的“${right}”差一个字，请核对人名。`,
		};
	}
}

/** Of two spellings of one name in a text, the one that stands there once, and with no office of its own, is the slip. */
const bodyName: StoryRule = {
	id: 'body-name',
	name: '正文里人名前后不一',
	severity: 'warning',
	source: '本稿正文',
	*lookAcross(parts, { people }) {
		const body = textOf(parts);
		const named = namedPeople(body).map(({ name }) => name);
		const listed = people.map(({ name }) => name).filter((name) => body.includes(name));
		// Read once only, a name may end elsewhere than it was read to.
		const sure = [...new Set([...named, ...listed])].filter(
			(name) => listed.includes(name) || body.split(name).length > 2,
		);
		const names = sure.filter((name) => name.length > 2);
		for (const [part, { text, where, role }] of parts.entries()) {
			if (where.in === 'body' && role !== 'caption' && role !== 'credit')
				yield* lonelySlips(text, part, { names, named, body });
		}
	},
};

interface Spellings {
	names: readonly string[];
	/** Names with an office or a calling: they are people of their own, unless they too stand there once. */
	named: readonly string[];
	body: string;
}

function* lonelySlips(text: string, part: number, { names, named, body }: Spellings): Iterable<Placed> {
	for (let at = 0; at < text.length; at++) {
		if (surnameLength(text, at) === 0) continue;
		const right = names.find((name) => name[0] === text[at] && isOneOff(text.slice(at, at + name.length), name));
		if (!right) continue;
		const written = text.slice(at, at + right.length);
		const isAlone = body.split(written).length === 2 && !named.includes(written);
		if (!isAlone || !endsName(text[at + right.length])) continue;
		yield {
			part,
			from: at,
			to: at + right.length,
			suggestions: [right],
			message: `“${written}”和前后文的“${right}”差一个字，请核对人名。`,
		};
	}
}

const bylineName: StoryRule = {
	id: 'byline-name',
	name: '署名、电头与记者名册',
	severity: 'warning',
	source: '本报记者名册、本稿署名',
	*lookAcross(parts, settings) {
		const signed = parts.flatMap(({ where, text }) => (where.in === 'byline' && where.field === 'name' ? [text] : []));
		for (const [part, { text, where, role }] of parts.entries()) {
			if (where.in === 'byline' && where.field === 'name') yield* unlisted(text, part, settings);
			if (role === 'credit') yield* creditSlips(text, part, settings);
			if (role === 'dateline') yield* datelineSlips(text, part, { signed, settings });
		}
	},
};

function* unlisted(name: string, part: number, { reporters }: CheckSettings): Iterable<Placed> {
	if (reporters.includes(name)) return;
	const right = reporters.find((reporter) => isOneOff(name, reporter));
	if (right)
		yield { part, from: 0, to: name.length, suggestions: [right], message: `“${name}”和本报记者“${right}”差一个字。` };
}

function* creditSlips(text: string, part: number, { reporters }: CheckSettings): Iterable<Placed> {
	for (const match of text.matchAll(/[\u4e00-\u9fff]{3}/g)) {
		if (reporters.includes(match[0])) continue;
		const right = reporters.find((reporter) => isOneOff(match[0], reporter));
		if (!right) continue;
		yield {
			part,
			from: match.index,
			to: match.index + 3,
			suggestions: [right],
			message: `“${match[0]}”和本报记者“${right}”差一个字。`,
		};
	}
}

interface Signed {
	signed: readonly string[];
	settings: CheckSettings;
}

/** 本报讯（记者 沈知远 陆佳禾 通讯员 汪立群）: names stand in brackets, apart by spaces. */
function* datelineSlips(text: string, part: number, { signed, settings }: Signed): Iterable<Placed> {
	const inside = /[（(]([^（）()]*)[）)]/.exec(text);
	if (!inside) return;
	const start = inside.index + 1;
	for (const match of (inside[1] ?? '').matchAll(/[\u4e00-\u9fff·]{2,}/g)) {
		const name = match[0].replace(/^(?:本报)?(?:见习|实习)?(?:记者|通讯员|文|图|摄影)/, '');
		const from = start + match.index + match[0].length - name.length;
		if (name.length < 2 || signed.includes(name) || /记者|通讯员/.test(name)) continue;
		const right = [...signed, ...settings.reporters].find((other) => isOneOff(name, other));
		const isListed = settings.reporters.includes(name);
		if (!right && (signed.length === 0 || !isListed)) continue;
		yield {
			part,
			from,
			to: from + name.length,
			suggestions: right ? [right] : [],
			message: right ? `电头里的“${name}”和“${right}”差一个字，请核对。` : `电头里的“${name}”不在署名里。`,
			severity: right ? 'warning' : 'info',
		};
	}
}

export const nameRules: readonly StoryRule[] = [captionName, bodyName, bylineName];
