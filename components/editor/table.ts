import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';

const maxSpan = 20;

/** colspan and rowspan as a body may hold them. */
const span = (name: 'colspan' | 'rowspan') => ({
	default: 1,
	parseHTML: (element: HTMLElement) => {
		const value = Number.parseInt(element.getAttribute(name) ?? '1', 10);
		return Number.isNaN(value) ? 1 : Math.min(Math.max(value, 1), maxSpan);
	},
	validate: (value: unknown) => {
		if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > maxSpan) throw new RangeError(`Bad ${name}`);
	},
});

/** A cell holds paragraphs; widths and alignment are the page's business. */
const plainCell = {
	content: 'paragraph+',
	addAttributes: () => ({ colspan: span('colspan'), rowspan: span('rowspan') }),
};

const PlainTable = Table.extend({
	// The original draws column widths as inline styles, which the content security policy refuses.
	renderHTML: () => ['table', ['tbody', 0]],
}).configure({ resizable: false, View: null, allowTableNodeSelection: true });

/** 表格 and its parts */
export const TableParts = [
	PlainTable,
	TableRow.extend({ content: '(tableCell | tableHeader)+' }),
	TableCell.extend(plainCell),
	TableHeader.extend(plainCell),
];
