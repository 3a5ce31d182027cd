/** Columns in line, a Chinese character as wide as two others; the first column to the left, figures to the right. */
export function formatTable(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))));
	const pad = (cell, column) => {
		const gap = ' '.repeat(widths[column] - widthOf(cell));
		return column === 0 ? cell + gap : gap + cell;
	};
	return rows.map((row) => `  ${row.map(pad).join('   ')}`.trimEnd()).join('\n');
}

/** Terminals draw ✓ ✗ ≥ × as one column. */
function widthOf(text) {
	return [...text].reduce((width, character) => width + (/[\u2e80-\uffdc]/.test(character) ? 2 : 1), 0);
}

/** Thousands apart, as in 12,345. */
export const count = (number) => Math.round(number).toLocaleString('en-US');

export const mark = (isMet) => (isMet ? '✓' : '✗');

/** Whether some figure of a table is marked as one that misses its aim. */
export const isMissed = (rows) => rows.flat().some((cell) => cell.endsWith('✗'));

/** The smallest value that at least `part` percent of the values do not exceed. */
export function percentile(values, part) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil((part / 100) * sorted.length) - 1)];
}

/** The middle value; of an even number of values the lower of the two in the middle. */
export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)];
}
