/**
 * One address of each kind of reader page of the demo paper, found in its sitemap and on its pages: today's first page,
 * the long interview that leads it, and so on. Throws when one is missing.
 * @param {string} url the site
 */
export async function findAddresses(url) {
	const read = async (path) => (await fetch(url + path)).text();
	const paths = await listPaths(url);
	const page = paths
		.filter((path) => /^\/paper\/.*\/1$/.test(path))
		.sort()
		.at(-1);
	const first = (pattern) => paths.find((path) => pattern.test(path));
	const found = {
		page,
		inner: page?.replace(/1$/, '2'),
		article: await interviewOn(page, read),
		column: first(/^\/column\/min-sheng/),
		interviews: first(/^\/column\/yi-ba-shou/),
		series: first(/^\/series\//),
		tag: first(/^\/tag\//),
		reporter: first(/^\/reporter\//),
	};
	const missing = Object.keys(found).filter((name) => !found[name]);
	if (missing.length > 0) throw new Error(`The demo paper has no ${missing.join(', ')}`);
	return found;
}

async function interviewOn(page, read) {
	const text = page ? await read(page) : '';
	const articles = new Set([...text.matchAll(/href="(\/article\/[^"#]+)"/g)].map((match) => match[1]));
	for (const path of articles) if ((await read(path)).includes('class="banner"')) return path;
	return undefined;
}

/** Asks for every page in the sitemap, so that each is rendered and nothing waits to be. */
export async function warmSite(url) {
	for (const path of await listPaths(url)) await (await fetch(url + path)).text();
}

/** What the maps of its sitemap name, each with its latest first. */
export async function listPaths(url) {
	const maps = await locationsAt(`${url}/sitemap.xml`);
	return (await Promise.all(maps.map((path) => locationsAt(url + path)))).flat();
}

async function locationsAt(address) {
	const map = await (await fetch(address)).text();
	return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]).pathname);
}
