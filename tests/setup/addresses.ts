/** Every address that the maps of a site name, each map with its latest first. */
export async function listAddresses(url: string): Promise<string[]> {
	const maps = await locationsAt(`${url}/sitemap.xml`);
	return (await Promise.all(maps.map((path) => locationsAt(url + path)))).flat();
}

async function locationsAt(address: string): Promise<string[]> {
	const map = await (await fetch(address)).text();
	return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname);
}
