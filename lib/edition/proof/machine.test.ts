import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '@/lib/auth/roles';
import type { PageStage, ProofStage } from '../page-stage';
import { allowedProofActs, decideProof, type GuardedPage, type ProofAct, positionOf, roundOf } from './machine';

const actor = (userId: string, ...roles: Role[]): Actor => ({
	...{ userId, paperId: 'p', name: userId, department: '', roles, desks: [], ip: '' },
});
const maker = actor('maker', 'page_editor');
const readers = ['ann', 'bob', 'cid'].map((id) => actor(id, 'proofreader'));
const chief = actor('chief', 'chief_on_duty');

const page = (overrides: Partial<GuardedPage> = {}): GuardedPage => ({
	...{ stage: 'making_up', proofs: [], openMarks: [], reviewMode: 'strict', isOpen: true },
	...overrides,
});

/** A second rule book, one line an act: who may, and where each position leads. Whatever is not in it is refused. */
const book = `
pull    page_editor,chief_on_duty,chief_editor
        making_up>first_proof first_proof>first_proof first_signed>second_proof second_proof>second_proof
        second_signed>third_proof third_proof>third_proof third_signed>clean_proof clean_proof>clean_proof
mark    desk_editor,department_head,chief_on_duty,chief_editor,page_editor,proofreader
        first_proof>first_proof first_signed>first_proof second_proof>second_proof second_signed>second_proof
        third_proof>third_proof third_signed>third_proof clean_proof>clean_proof
settle  desk_editor,department_head,chief_on_duty,chief_editor,page_editor
        first_proof>first_proof first_signed>first_proof second_proof>second_proof second_signed>second_proof
        third_proof>third_proof third_signed>third_proof clean_proof>clean_proof
sign    proofreader,desk_editor,department_head,chief_on_duty,chief_editor
        first_proof>first_proof second_proof>second_proof third_proof>third_proof
lock    chief_on_duty,chief_editor
        clean_proof>locked
unlock  chief_on_duty,chief_editor
        locked>clean_proof
`;
const roles: Role[] = [
	...(['reporter', 'desk_editor', 'department_head', 'chief_on_duty', 'page_editor', 'proofreader'] as const),
	...(['chief_editor', 'admin'] as const),
];
const stages = ['first_proof', 'second_proof', 'third_proof', 'clean_proof'] as const;

/** A page at a position, read by three others. */
function pageAt(position: string): GuardedPage {
	if (position === 'making_up') return page();
	const stage = position.replace('signed', 'proof') as PageStage;
	const last = stage === 'locked' ? 3 : stages.indexOf(stage as ProofStage);
	const proofs = stages.slice(0, last + 1).map((proof, index) => {
		const isSigned = proof !== 'clean_proof' && (index < last || position.endsWith('_signed'));
		const signature = { actorId: `reader${index}`, actorName: `reader${index}`, note: '' };
		return { number: index + 1, stage: proof, pulledById: 'maker', signature: isSigned ? signature : null };
	});
	return page({ stage, proofs });
}

const positions = [
	...['making_up', 'first_proof', 'first_signed', 'second_proof', 'second_signed', 'third_proof', 'third_signed'],
	...['clean_proof', 'locked'],
];
const rulesOf = new Map(
	book
		.trim()
		.split(/\n(?=\S)/)
		.map((entry) => {
			const [act = '', who = '', ...moves] = entry.split(/\s+/);
			return [act, { who: who.split(','), moves: new Map(moves.map((move) => move.split('>') as [string, string])) }];
		}),
);

describe('decideProof', () => {
	it('says of every act, position and role what the rule book says', () => {
		for (const [act, { who, moves }] of rulesOf) {
			for (const position of positions) {
				expect(positionOf(pageAt(position))).toBe(position);
				for (const role of roles) {
					const decision = decideProof(act as ProofAct, pageAt(position), actor('somebody', role));
					const expected = who.includes(role) ? (moves.get(position) ?? 'wrong-state') : 'forbidden';
					const got = 'to' in decision ? decision.to : decision.refusal.code;
					expect(`${act} ${position} ${role}: ${got}`).toBe(`${act} ${position} ${role}: ${expected}`);
				}
			}
		}
	});

	it('allows nothing once the edition is out', () => {
		const everybody = actor('somebody', ...roles);
		for (const position of positions) {
			const allowed = allowedProofActs({ ...pageAt(position), isOpen: false }, everybody);
			expect(Object.values(allowed)).not.toContain(true);
		}
	});

	it('holds the clean proof and the lock up while a mark is open, and a signature by those of earlier proofs', () => {
		const held = (act: ProofAct, position: string, openMarks: number[]) =>
			'refusal' in decideProof(act, { ...pageAt(position), openMarks }, actor('somebody', ...roles));
		expect(held('pull', 'first_signed', [1])).toBe(false);
		expect(held('pull', 'third_signed', [3])).toBe(true);
		expect(held('pull', 'clean_proof', [4])).toBe(true);
		expect(held('lock', 'clean_proof', [4])).toBe(true);
		expect(held('sign', 'second_proof', [2])).toBe(false);
		expect(held('sign', 'second_proof', [1])).toBe(true);
	});

	it('leaves it to who unlocks where the page goes', () => {
		expect(decideProof('unlock', pageAt('locked'), chief, { unlockTo: 'making_up' })).toMatchObject({
			to: 'making_up',
		});
	});

	it('keeps persons apart, or in a flagged newsroom for a stated reason', () => {
		const signed = pageAt('second_proof');
		const [first] = signed.proofs;
		const again = actor(first?.signature?.actorId ?? '', 'proofreader');
		expect(decideProof('sign', signed, again)).toMatchObject({ refusal: { code: 'forbidden' } });
		const flagged = { ...signed, reviewMode: 'flagged' as const };
		expect(decideProof('sign', flagged, again)).toMatchObject({ refusal: { code: 'invalid' } });
		expect(decideProof('sign', flagged, again, { flag: ' 夜班 ' })).toEqual({ to: 'second_proof', flag: '夜班' });
		expect(decideProof('sign', flagged, readers[0]!, { flag: '多余' })).toEqual({ to: 'second_proof', flag: '' });
		const own = actor('maker', 'chief_on_duty');
		expect(decideProof('sign', signed, own)).toMatchObject({ refusal: { code: 'forbidden' } });
	});
});

describe('roundOf', () => {
	const proof = (number: number, stage: ProofStage) => ({ number, stage, pulledById: null, signature: null });
	const numbers = (stage: PageStage, ...all: ProofStage[]) =>
		roundOf(
			stage,
			all.map((one, index) => proof(index + 1, one)),
		).map(({ number }) => number);

	it('begins where the page was made up anew', () => {
		expect(numbers('making_up', 'first_proof', 'clean_proof')).toEqual([]);
		expect(numbers('second_proof', 'first_proof', 'first_proof', 'second_proof')).toEqual([1, 2, 3]);
		expect(numbers('first_proof', 'first_proof', 'second_proof', 'clean_proof', 'first_proof')).toEqual([4]);
	});
});

/** Every page of so many proofs that these people can bring about by any acts in any order, with one open mark at most. */
function explore(from: GuardedPage, most: number): GuardedPage[] {
	const people = [maker, ...readers, chief];
	const seen = new Map<string, GuardedPage>();
	const queue = [from];
	for (let next = queue.pop(); next; next = queue.pop()) {
		const key = JSON.stringify([next.stage, next.proofs.map(({ number: _number, ...proof }) => proof), next.openMarks]);
		if (seen.has(key) || next.proofs.length > most) continue;
		seen.set(key, next);
		for (const person of people) queue.push(...successors(next, person));
	}
	return [...seen.values()];
}

function successors(now: GuardedPage, { userId, name, ...rest }: Actor): GuardedPage[] {
	const who = { userId, name, ...rest };
	const last = now.proofs.at(-1);
	const can = (act: ProofAct, how = {}) => decideProof(act, now, who, how);
	const found: GuardedPage[] = [];
	const pulled = can('pull');
	if ('to' in pulled && pulled.to !== now.stage) {
		const proof = {
			number: now.proofs.length + 1,
			stage: pulled.to as ProofStage,
			pulledById: userId,
			signature: null,
		};
		found.push({ ...now, stage: pulled.to, proofs: [...now.proofs, proof] });
	}
	if ('to' in can('sign') && last) {
		const signature = { actorId: userId, actorName: name, note: '' };
		found.push({ ...now, proofs: [...now.proofs.slice(0, -1), { ...last, signature }] });
	}
	if ('to' in can('mark') && last && now.openMarks.length === 0) found.push({ ...now, openMarks: [last.number] });
	if ('to' in can('settle')) found.push({ ...now, openMarks: [] });
	const lockedNow = can('lock');
	if ('to' in lockedNow) found.push({ ...now, stage: lockedNow.to });
	for (const unlockTo of ['clean_proof', 'making_up'] as const) {
		const unlocked = can('unlock', { unlockTo });
		if ('to' in unlocked) found.push({ ...now, stage: unlocked.to });
	}
	return found;
}

it('reaches no locked page that three persons have not read, none of them its maker, with a mark left open', () => {
	// Once from the beginning, once from a page that was locked before: its second round.
	const pages = [...explore(page(), 4), ...explore(pageAt('locked'), 8)];
	const lockedPages = pages.filter(({ stage }) => stage === 'locked');
	expect(pages.length).toBeGreaterThan(200);
	expect(lockedPages.length).toBeGreaterThan(5);
	for (const { proofs, openMarks } of lockedPages) {
		// Told apart by hand: the last proof of each name before the clean one.
		const before = proofs.slice(proofs.findLastIndex(({ stage }) => stage === 'first_proof'));
		const signers = before.flatMap(({ signature }) => signature?.actorId ?? []);
		expect(before.map(({ stage }) => stage)).toEqual(stages);
		expect(new Set(signers).size).toBe(3);
		expect(before.filter(({ signature, pulledById }) => signature?.actorId === pulledById)).toEqual([]);
		expect(openMarks).toEqual([]);
	}
});
