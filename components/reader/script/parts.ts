/** Style sheet, script, faces and pictures of a page; of a picture in several sizes the one that every browser knows. */
export function partsOf(html: string): string[] {
	const named = [...html.matchAll(/\b(?:href|src)="(\/(?:assets|media)\/[^"]+|\/icon\.svg)"/g)].map(
		([, address = '']) => address,
	);
	const faces = [...html.matchAll(/\/assets\/[\w./-]+\.woff2/g)].map(([address]) => address);
	return [...new Set([...named, ...faces])];
}
