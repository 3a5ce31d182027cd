import { isOneOff, type NamedPerson, namedAfterOffice, namedPeople } from '@/lib/reporter/naming';
import { chineseDate, type IsoDate } from '@/lib/time';
import type { CheckSettings, Finding, LedgerPerson, Part, StoryRule } from '../check';

/** What the ledger of people 人名职务库 knows: offices with the days on which they hold, and how names are written. */

const source = '本报人名职务库';

type Title = LedgerPerson['titles'][number];
type Placed = Finding & { part: number };

/** A person of the ledger named with an office. */
function mentionsIn(text: string, people: readonly LedgerPerson[]) {
	return namedAfterOffice(text).flatMap((mention) => {
		const matching = people.filter(({ name }) => name === mention.name);
		return matching.length > 0 ? [{ mention, matching }] : [];
	});
}

const titleOnDay: StoryRule = {
	id: 'title-on-day',
	name: '职务与任职日期',
	severity: 'error',
	source,
	*lookAcross(parts, { people, day }) {
		for (const [part, { text }] of parts.entries()) {
			for (const { mention, matching } of mentionsIn(text, people)) {
				// Of namesakes one may hold the office: then nothing is wrong.
				const findings = matching.map((person) => titleFinding(text, mention, person, day));
				const finding = findings.every(Boolean) ? findings[0] : undefined;
				if (finding) yield { part, ...finding };
			}
		}
	},
};

function titleFinding(text: string, mention: NamedPerson, person: LedgerPerson, day: IsoDate): Finding | undefined {
	const claimed = person.titles.filter(({ title }) => isSameOffice(mention, title));
	if (claimed.some((title) => holds(title, day))) return undefined;
	const present = person.titles.filter((title) => holds(title, day)).map(({ title }) => title);
	const place = { from: mention.titleAt, to: mention.to };
	const lapsed = claimed[0];
	if (lapsed) {
		if (isOfThePast(text, mention)) return undefined;
		return {
			...place,
			suggestions: present.map((title) => title + person.name),
			message: `职务库：${person.name}的“${lapsed.title}”${spanOf(lapsed)}${present.length > 0 ? `，现任${present.join('、')}` : ''}。`,
			severity: /\d{4}年|去年|前年|当年|那年/.test(sentenceBefore(text, mention.titleAt)) ? 'warning' : 'error',
		};
	}
	if (present.length === 0 || isOfThePast(text, mention)) return undefined;
	return {
		...place,
		suggestions: present.map((title) => title + person.name),
		message: `职务库里${person.name}是${present.join('、')}，这里写的是“${mention.title}”；也可能是同名的人，请核对。`,
		severity: person.name.length > 2 ? 'warning' : 'info',
	};
}

function spanOf({ from, to }: Title): string {
	if (to) return `任到${chineseDate(to)}为止`;
	return from ? `从${chineseDate(from)}起才任` : '不在任期内';
}

function holds({ from, to }: Title, day: IsoDate): boolean {
	return (from === null || from <= day) && (to === null || day <= to);
}

/** The last two characters of a body tell one from another: 青禾镇 from 湖滨街道. */
const tail = 2;

/** Whether a title of the ledger is the office that the text gives, as far as the text names its body. */
function isSameOffice({ title: written, office }: NamedPerson, title: string): boolean {
	if (!title.endsWith(office)) return false;
	const [body, ledger] = [written.slice(0, -office.length), title.slice(0, -office.length)];
	if (body === '' || ledger === '') return true;
	const length = Math.min(tail, body.length, ledger.length);
	return body.slice(-length) === ledger.slice(-length);
}

function isOfThePast(text: string, { titleAt, title }: NamedPerson): boolean {
	return (
		/(?:时任|原|前|曾任|历任|担任|任)$/.test(text.slice(Math.max(0, titleAt - 3), titleAt)) ||
		/^(?:时任|原|前|曾任)/.test(title)
	);
}

function sentenceBefore(text: string, at: number): string {
	return text.slice(Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('\n', at - 1)) + 1, at);
}

const firstMention: StoryRule = {
	id: 'first-mention',
	name: '首次出现不带职务',
	severity: 'warning',
	source,
	*lookAcross(parts, { people, day }) {
		const signed = parts.flatMap(({ where, text }) => (where.in === 'byline' ? [text] : []));
		for (const person of people) {
			const title = person.titles.find((one) => holds(one, day))?.title;
			if (!title || signed.includes(person.name)) continue;
			const finding = bareFirst(parts, person, title);
			if (finding) yield finding;
		}
	},
};

function bareFirst(parts: readonly Part[], person: LedgerPerson, title: string): Placed | undefined {
	const part = parts.findIndex(({ role, text }) => isRunning(role) && text.includes(person.name));
	if (part < 0) return undefined;
	const { text } = parts[part] as Part;
	const at = text.indexOf(person.name);
	if (!isBare(text, at, person)) return undefined;
	return {
		part,
		from: at,
		to: at + person.name.length,
		suggestions: [title + person.name],
		message: `${person.name}第一次出现，没有带职务；职务库里是${title}。`,
		severity: person.name.length > 2 ? 'warning' : 'info',
	};
}

function isRunning(role: Part['role']): boolean {
	return role === 'paragraph' || role === 'question' || role === 'answer';
}

const around = 16;

/** No office or calling before the name, none right after it, and none of the person's in the same breath. */
function isBare(text: string, at: number, { name, titles }: LedgerPerson): boolean {
	if (namedPeople(text).some(({ from }) => from === at)) return false;
	const beside = text.slice(Math.max(0, at - around), at + name.length + around);
	const after = text.slice(at + name.length, at + name.length + 4);
	if (/^(?:同志|书记|主任|老师|先生|女士|教授|校长|[^，。]{0,2}[长记任员])/.test(after)) return false;
	return !titles.some(({ title }) => beside.includes(title.slice(-4)));
}

const nearName: StoryRule = {
	id: 'near-name',
	name: '疑似错名',
	severity: 'warning',
	source,
	*lookAcross(parts, { people }: CheckSettings) {
		const names = new Set(people.map(({ name }) => name));
		for (const [part, { text, where }] of parts.entries()) {
			if (where.in === 'byline') continue;
			for (const mention of namedAfterOffice(text)) {
				if (names.has(mention.name)) continue;
				const right = people.find(
					(person) =>
						isOneOff(person.name, mention.name) && person.titles.some(({ title }) => isSameOffice(mention, title)),
				);
				if (!right) continue;
				yield {
					part,
					from: mention.from,
					to: mention.to,
					suggestions: [right.name],
					message: `职务库里的${mention.title}是“${right.name}”，这里是“${mention.name}”，差一个字。`,
				};
			}
		}
	},
};

export const peopleRules: readonly StoryRule[] = [titleOnDay, firstMention, nearName];
