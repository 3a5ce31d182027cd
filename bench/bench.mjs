import { parseArgs } from 'node:util';
import { warmSite } from '../scripts/lib/demo-address.mjs';
import { onDemoSite } from '../scripts/lib/demo-site.mjs';
import { untilPrinted } from '../scripts/lib/printed.mjs';
import { step } from '../scripts/lib/step.mjs';
import { benchArchive } from './archive/archive.mjs';
import { benchCheck } from './check/check.mjs';
import { benchCompose } from './compose/compose.mjs';
import { editorNote, editorTable, measureEditor } from './editor.mjs';
import { benchMakeup } from './makeup/makeup.mjs';
import { benchPdf } from './pdf/pdf.mjs';
import { measurePublish, publishNote, publishTable } from './publish/publish.mjs';
import { measureReader, readerNote, readerTable } from './reader.mjs';
import { benchSearch } from './search/search.mjs';
import { formatTable, isMissed } from './table.mjs';
import { measureWeight, weightNote, weightTable } from './weight.mjs';

/** On a demo site, which several of them share. */
const onSite = {
	reader: { title: '读者页快慢', measure: measureReader, table: readerTable, note: readerNote },
	weight: { title: '读者页轻重', measure: measureWeight, table: weightTable, note: weightNote },
	editor: { title: '编辑器快慢', measure: measureEditor, table: editorTable, note: editorNote },
	publish: { title: '刊发快慢', measure: measurePublish, table: publishTable, note: publishNote },
};

/** Each brings up what it measures. */
const alone = {
	makeup: benchMakeup,
	check: benchCheck,
	compose: benchCompose,
	pdf: benchPdf,
	search: benchSearch,
	archive: benchArchive,
};

/**
 * Measures what is named, one after the other, and prints a table and a line of JSON for each. Resolves to the exit status:
 * 1 where it could not be measured, or where a figure of a page that readers or writers wait for misses its aim.
 */
export async function bench(args) {
	const { values, positionals: names } = parseArgs({
		args,
		allowPositionals: true,
		strict: false,
		options: { quick: { type: 'boolean', default: false }, seeds: { type: 'string' } },
	});
	const known = [...Object.keys(onSite), ...Object.keys(alone)];
	if (names.length === 0 || names.some((name) => !known.includes(name))) {
		console.error(`用法：npm run bench -- ${known.join('|')} … [--quick] [--seeds a-b（只用于 makeup）]`);
		return 2;
	}
	let status = 0;
	for (const name of names.filter((name) => name in alone)) status = (await alone[name](values)) || status;
	const shared = names.filter((name) => name in onSite);
	return shared.length > 0 ? (await benchOnSite(shared, values.quick)) || status : status;
}

async function benchOnSite(names, quick) {
	let missed = false;
	const failed = await onDemoSite(async (site) => {
		await step('预热', () => warmSite(site.url));
		for (const name of names) {
			const { title, measure, table, note } = onSite[name];
			// What the one before has published is rendered and printed.
			await untilPrinted(site.databaseUrl, site.signal);
			let figures;
			await step(title, async (say) => {
				figures = await measure(site, { quick, note: say });
			});
			const rows = table(figures);
			missed ||= isMissed(rows);
			console.log(`\n${title}\n\n${formatTable(rows)}\n\n  ${note(figures)}\n`);
			console.log(JSON.stringify({ bench: name, quick, node: process.version, ...figures }));
		}
	});
	return failed || Number(missed);
}
