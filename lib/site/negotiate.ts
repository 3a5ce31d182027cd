/** The forms in which a stored page's bytes are kept; `identity` is the plain one. */
export type Coding = 'br' | 'gzip' | 'identity';

/**
 * The best form that a client accepts: br, else gzip, else plain. A form that the header gives
 * `q=0`, or does not name where it names no `*`, is not chosen; of several, a higher `q` wins.
 */
export function preferredCoding(acceptEncoding: string | undefined): Coding {
	if (!acceptEncoding) return 'identity';
	const weights = new Map<string, number>();
	for (const part of acceptEncoding.toLowerCase().split(',')) {
		const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
		weights.set(name, weightOf(parameters));
	}
	const weigh = (coding: Coding) => weights.get(coding) ?? weights.get('*') ?? 0;
	const br = weigh('br');
	const gzip = Math.max(weigh('gzip'), weights.get('x-gzip') ?? 0);
	if (br > 0 && br >= gzip) return 'br';
	return gzip > 0 ? 'gzip' : 'identity';
}

function weightOf(parameters: string[]): number {
	const q = parameters.find((parameter) => parameter.startsWith('q='));
	const weight = q === undefined ? 1 : Number(q.slice(2));
	return Number.isNaN(weight) ? 0 : weight;
}

/** Whether If-None-Match names this entity tag; compared weakly, as RFC 9110 asks of GET and HEAD. */
export function matchesEtag(ifNoneMatch: string, etag: string): boolean {
	return ifNoneMatch.split(',').some((part) => {
		const candidate = part.trim();
		return candidate === '*' || (candidate.startsWith('W/') ? candidate.slice(2) : candidate) === etag;
	});
}
