import { createHash } from 'node:crypto';

/**
 * Speculation rules (WICG nav-speculation): what a reader is about to open is fetched before. The pages beside this one
 * as soon as they are pointed at, a story or page of the paper when it is likely; no files, no search, not the desk.
 */
export const speculationRules = JSON.stringify({
	prerender: [{ where: { selector_matches: 'a[rel~=next]' }, eagerness: 'moderate' }],
	prefetch: [
		{ where: { selector_matches: 'a[rel~=next], a[rel~=prev]' }, eagerness: 'eager' },
		{
			where: {
				and: [
					{ href_matches: ['/', '/article/*', '/paper/*', '/column/*', '/series/*', '/tag/*', '/reporter/*'] },
					{ not: { href_matches: ['/*.pdf', '/*.png', '/*.svg', '/*.xml', '/*.json', '/*.atom'] } },
				],
			},
			eagerness: 'moderate',
		},
	],
});

export const speculationPath = `/assets/speculation.${createHash('sha256').update(speculationRules).digest('base64url').slice(0, 12)}.json`;
