import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainFault, type ChainPlace, type ChainRow, checkHead, checkRows, genesisOf, hashOf } from './chain';

type Act = Omit<ChainRow, 'seq' | 'prev' | 'hash' | 'paperId'>;
const paperId = 'chenghu';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const anAct: fc.Arbitrary<Act> = fc.record({
	id: fc.nat().map(String),
	at: fc.nat().map(String),
	actorId: fc.option(text),
	actorName: text,
	ip: text,
	act: text,
	subjectType: text,
	subjectId: text,
	subject: text,
	before: text,
	after: text,
	detail: fc.json(),
});

function chainOf(acts: readonly Act[]): { rows: ChainRow[]; head: ChainPlace } {
	let head = genesisOf(paperId);
	const rows = acts.map((act) => {
		const row = { ...act, paperId, seq: head.seq + 1, prev: head.hash };
		head = { seq: row.seq, hash: hashOf(row) };
		return { ...row, hash: head.hash };
	});
	return { rows, head };
}

function faultsOf(rows: readonly ChainRow[], head: ChainPlace): ChainFault[] {
	const { faults, end } = checkRows(genesisOf(paperId), rows);
	return [...faults, ...checkHead(end, head)];
}

const chain = fc.array(anAct, { minLength: 3, maxLength: 12 }).map(chainOf);
const within = fc.nat();

describe('hashOf', () => {
	it('differs wherever two rows differ in one field', () => {
		const columns = ['id', 'at', 'actorName', 'ip', 'act', 'subjectType', 'subjectId', 'subject', 'before', 'after'];
		const column = fc.constantFrom(...([...columns, 'detail', 'prev', 'paperId', 'actorId'] as (keyof ChainRow)[]));
		fc.assert(
			fc.property(chain, within, column, text, ({ rows }, at, name, value) => {
				const row = rows[at % rows.length]!;
				const other = { ...row, [name]: value };
				expect(hashOf(other) === hashOf(row)).toBe(value === row[name]);
			}),
		);
	});

	it('takes no text of one field for the end of another', () => {
		const [row] = chainOf([{ ...blank, subject: '甲', before: '乙' }]).rows;
		const hashes = [
			hashOf({ ...row!, subject: '甲乙', before: '' }),
			hashOf({ ...row!, subject: '', before: '甲乙' }),
			hashOf({ ...row!, subject: '甲,1:乙', before: '' }),
			hashOf({ ...row!, actorId: null }),
			hashOf({ ...row!, actorId: '' }),
			hashOf({ ...row!, actorId: '-' }),
			row!.hash,
		];
		expect(new Set(hashes).size).toBe(hashes.length);
	});

	it('stays what it is: rows that are stored depend on it', () => {
		const { rows } = chainOf([{ ...blank, subject: '湖边的路修好了', detail: '{"revision": 2}' }]);
		expect(genesisOf(paperId).hash).toBe('6d5501b70dc7a11070f13e0597bc4d5f2bda8388e16cb639da4578c3759475ed');
		expect(rows[0]!.hash).toBe('e1692907f09341013437f80e7d12aebef5c934ce5baf178794558cf2c4ae1387');
	});
});

const blank: Act = {
	id: '1',
	at: '1795564800000000',
	actorId: 'u1',
	actorName: '沈知远',
	ip: '',
	act: 'article.save',
	subjectType: 'article',
	subjectId: 'a1',
	subject: '',
	before: '',
	after: '',
	detail: '{}',
};

describe('checkRows and checkHead', () => {
	it('find nothing in a chain, in any pieces', () => {
		fc.assert(
			fc.property(chain, within, ({ rows, head }, cut) => {
				expect(faultsOf(rows, head)).toEqual([]);
				const at = cut % (rows.length + 1);
				const first = checkRows(genesisOf(paperId), rows.slice(0, at));
				const second = checkRows(first.end, rows.slice(at));
				expect([...first.faults, ...second.faults, ...checkHead(second.end, head)]).toEqual([]);
			}),
		);
	});

	it('find every change, loss, insertion, exchange and cut', () => {
		const tamper = fc.constantFrom(...tamperings);
		fc.assert(
			fc.property(chain, within, tamper, ({ rows, head }, at, change) => {
				expect(faultsOf(change(structuredClone(rows), at % rows.length), head)).not.toEqual([]);
			}),
		);
	});

	it('name the place', () => {
		const { rows, head } = chainOf(Array.from({ length: 5 }, (_, n) => ({ ...blank, id: String(n + 1) })));
		const without = (...numbers: number[]) => rows.filter(({ seq }) => !numbers.includes(seq));
		expect(faultsOf(without(2, 3), head)).toEqual([{ seq: 2, kind: 'missing' }]);
		expect(faultsOf(without(1), head)).toEqual([{ seq: 1, kind: 'missing' }]);
		expect(faultsOf(without(4, 5), head)).toEqual([{ seq: 4, kind: 'cut' }]);
		expect(faultsOf([], head)).toEqual([{ seq: 1, kind: 'cut' }]);
		expect(faultsOf(rows, chainOf(without(5)).head)).toEqual([{ seq: 5, kind: 'added' }]);
		expect(faultsOf(rows, { seq: 5, hash: 'x' })).toEqual([{ seq: 5, kind: 'head' }]);
		expect(
			faultsOf(
				rows.map((row) => (row.seq === 3 ? { ...row, subject: '改' } : row)),
				head,
			),
		).toEqual([{ seq: 3, kind: 'changed' }]);
		const forged = { ...rows[2]!, subject: '改' };
		const rehashed = { ...forged, hash: hashOf(forged) };
		expect(
			faultsOf(
				rows.map((row) => (row.seq === 3 ? rehashed : row)),
				head,
			),
		).toEqual([{ seq: 4, kind: 'unlinked' }]);
	});
});

const tamperings: ((rows: ChainRow[], at: number) => ChainRow[])[] = [
	(rows, at) => rows.filter((_, index) => index !== at),
	(rows, at) => rows.slice(0, at),
	(rows, at) => rows.map((row, index) => (index === at ? { ...row, actorName: `${row.actorName}甲` } : row)),
	(rows, at) => rows.map((row, index) => (index === at ? { ...row, at: `${row.at}0` } : row)),
	// A copy in its own place, and one renumbered to stand in between.
	(rows, at) => rows.flatMap((row, index) => (index === at ? [row, row] : [row])),
	(rows, at) =>
		rows.flatMap((row, index) => (index === at ? [row, rehash({ ...row, seq: row.seq + 1, prev: row.hash })] : [row])),
	// Two rows change places and take each other's numbers.
	(rows, at) => {
		const other = (at + 1) % rows.length;
		return rows.map((row, index) => {
			const source = index === at ? rows[other]! : index === other ? rows[at]! : row;
			return { ...source, seq: row.seq };
		});
	},
	// Forged with a hash of its own.
	(rows, at) => rows.map((row, index) => (index === at ? rehash({ ...row, subject: `${row.subject}改` }) : row)),
];

function rehash(row: ChainRow): ChainRow {
	return { ...row, hash: hashOf(row) };
}
