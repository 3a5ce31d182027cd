/**
 * The oldest versions without known holes. Several floors for one package are alternatives, one a release line:
 * a version is judged by the floor of its own major, or by the highest floor when its major has none.
 */
export const floors = {
	next: ['16.3.3'],
	sharp: ['0.35.4'],
	'prosemirror-view': ['1.42.3'],
	'prosemirror-model': ['1.22.1'],
	dompurify: ['3.4.0'],
	linkifyjs: ['4.3.2'],
	mammoth: ['1.11.0'],
	'@xmldom/xmldom': ['0.8.15'],
	'next-auth': ['4.24.15', '5.0.0-beta.32'],
};

/** The packages of a lockfile, nested ones too, that are below their floor. */
export function belowFloor(packages, table = floors) {
	return Object.entries(packages).flatMap(([at, { version }]) => {
		const name = at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length);
		const lines = at.includes('node_modules/') ? table[name] : undefined;
		if (!lines) return [];
		const major = parseVersion(version).numbers[0];
		const floor = lines.find((line) => parseVersion(line).numbers[0] === major) ?? lines.at(-1);
		return compareVersions(version, floor) < 0 ? [{ name, version, floor }] : [];
	});
}

/** Negative when `a` is older than `b`, by the precedence rules of semver.org §11. */
export function compareVersions(a, b) {
	const [left, right] = [parseVersion(a), parseVersion(b)];
	for (const index of [0, 1, 2]) {
		const difference = left.numbers[index] - right.numbers[index];
		if (difference !== 0) return difference;
	}
	if (left.pre.length === 0 || right.pre.length === 0) return right.pre.length - left.pre.length;
	return comparePre(left.pre, right.pre);
}

function parseVersion(version) {
	const [core = '', ...pre] = version.split('+')[0].split('-');
	return { numbers: core.split('.').map(Number), pre: pre.length > 0 ? pre.join('-').split('.') : [] };
}

function comparePre(left, right) {
	for (let index = 0; index < Math.max(left.length, right.length); index++) {
		const [a, b] = [left[index], right[index]];
		if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
		if (a === b) continue;
		const [isNumberA, isNumberB] = [a, b].map((part) => /^\d+$/.test(part));
		if (isNumberA && isNumberB) return Number(a) - Number(b);
		if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
		return a < b ? -1 : 1;
	}
	return 0;
}
