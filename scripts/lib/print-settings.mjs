import { findChromium } from './chromium.mjs';
import { generateClient } from './migrate.mjs';

/**
 * Gives a program that prints, and does nothing else of the newspaper, the settings that the printer reads, and the client of
 * the database that it has none of, but whose kinds and states the printed code names.
 */
export async function setForPrinting(folder) {
	await generateClient();
	const none = { DATABASE_URL: 'postgres://none@127.0.0.1/none', AUTH_SECRET: '-'.repeat(32) };
	Object.assign(process.env, { ...none, DATA_DIR: folder });
	const { executable, libraries = '' } = await findChromium(folder);
	Object.assign(process.env, { CHROMIUM_PATH: executable, CHROMIUM_LIBRARIES: libraries });
}
