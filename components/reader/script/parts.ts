/** What stands under the hash of its content, so that it never changes: assets, pictures, pictures of pages. */
const part = String.raw`/(?:assets|media)/[^"]+|/paper/[^"]+\.webp`;
const named = new RegExp(String.raw`\b(?:href|src)="(${part}|/icon\.svg)"`, 'g');
const whole = new RegExp(`^(?:${part})$`);

export const isPart = (path: string): boolean => whole.test(path);

/** Style sheet, script, faces and pictures of a page; of a picture in several sizes the one that every browser knows. */
export function partsOf(html: string): string[] {
	const parts = [...html.matchAll(named)].map(([, address = '']) => address);
	const faces = [...html.matchAll(/\/assets\/[\w./-]+\.woff2/g)].map(([address]) => address);
	return [...new Set([...parts, ...faces])];
}
