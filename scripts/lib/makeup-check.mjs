import { checkSheet } from '../../lib/makeup/check-sheet.ts';
import { readBriefFile, readSheetFile } from './makeup-file.mjs';
import { Trouble } from './trouble.mjs';

/** Prints what is wrong with a sheet. Exit status: 0 nothing, 1 faults, 2 files that cannot be checked. */
export function makeupCheck(files) {
	if (files.length !== 2) {
		console.error('用法：npm run makeup:check -- 稿单.json 版样.json');
		return 2;
	}
	try {
		const { faults, counts } = checkSheet(readBriefFile(files[0]), readSheetFile(files[1]));
		for (const { at, text } of faults) console.log(`✗ ${at}：${text}`);
		console.log(`${faults.length === 0 ? '✓ 版样属实' : `${faults.length} 处不符`}：${inWords(counts)}`);
		console.log(JSON.stringify({ faults: faults.length, ...counts }));
		return faults.length === 0 ? 0 : 1;
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		console.error(error.message);
		return 2;
	}
}

function inWords({ lines, holes, overset, taboos, interior }) {
	const total = interior.exact + interior.squeeze + interior.stretch;
	const share = total > 0 ? `，段中的行 ${((interior.exact / total) * 100).toFixed(1)}% 不挤不拉` : '';
	const left = overset.reduce((sum, { chars }) => sum + chars, 0);
	const taboo = Object.entries(taboos).map(([id, count]) => `${id} ${count} 处`);
	return `${lines} 行文字${share}；天窗 ${holes} 格，溢文 ${left} 字；禁忌${taboo.length > 0 ? taboo.join('、') : '无'}`;
}
