import { parseArgs } from 'node:util';
import { warmSite } from '../scripts/lib/demo-address.mjs';
import { onDemoSite } from '../scripts/lib/demo-site.mjs';
import { step } from '../scripts/lib/step.mjs';
import { benchCheck } from './check/check.mjs';
import { benchCompose } from './compose/compose.mjs';
import { editorNote, editorTable, measureEditor } from './editor.mjs';
import { benchMakeup } from './makeup/makeup.mjs';
import { benchPdf } from './pdf/pdf.mjs';
import { measureReader, readerNote, readerTable } from './reader.mjs';
import { formatTable } from './table.mjs';
import { measureWeight, weightNote, weightTable } from './weight.mjs';

const benches = {
	reader: { title: '读者页快慢', measure: measureReader, table: readerTable, note: readerNote },
	weight: { title: '读者页轻重', measure: measureWeight, table: weightTable, note: weightNote },
	editor: { title: '编辑器快慢', measure: measureEditor, table: editorTable, note: editorNote },
};

/**
 * Measures and prints a table, then one line of JSON. Resolves to the exit status: a figure that misses its aim is a
 * figure, only a failure to measure fails.
 */
export async function bench(args) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		strict: false,
		options: { quick: { type: 'boolean', default: false }, seeds: { type: 'string' } },
	});
	const [name] = positionals;
	if (name === 'makeup') return benchMakeup(values);
	if (name === 'check') return benchCheck(values);
	if (name === 'compose') return benchCompose(values);
	if (name === 'pdf') return benchPdf(values);
	if (Object.hasOwn(benches, name ?? '')) return benchOnSite(name, values.quick);
	console.error(
		`用法：npm run bench -- ${Object.keys(benches).join('|')}|makeup|check|compose|pdf [--quick] [--seeds a-b（只用于 makeup）]`,
	);
	return 2;
}

/** On a demo site of its own. */
function benchOnSite(name, quick) {
	const chosen = benches[name];
	return onDemoSite(async (site) => {
		await step('预热', () => warmSite(site.url));
		let figures;
		await step('测量', async (note) => {
			figures = await chosen.measure(site, { quick, note });
		});
		console.log(`\n${chosen.title}\n\n${formatTable(chosen.table(figures))}\n\n  ${chosen.note(figures)}\n`);
		console.log(JSON.stringify({ bench: name, quick, node: process.version, ...figures }));
	});
}
