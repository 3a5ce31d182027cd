import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FaceName, FaceTexts } from '@/components/sheet/face-text';

/** A file of a package that a face is cut from, and the characters to cut it to: sorted, without repeats. */
export interface FaceCut {
	face: FaceName;
	file: string;
	text: string;
	/** The version of the file; enters the hash. */
	version: string;
	/** Whether other files of the face hold other characters of the same page. */
	isSlice: boolean;
}

/** Whole files with every feature: digits of half an em, half-width marks, full-width dashes. */
export const wholeFaces: Record<Exclude<FaceName, 'kai'>, { file: string; version: string }> = {
	song: {
		file: '@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf',
		version: 'noto-serif-sc 0.4.3 500',
	},
	head: {
		file: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
		version: 'noto-serif-sc 0.4.3 900',
	},
	hei: { file: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf', version: 'noto-sans-sc 0.4.3 700' },
};
const kai = { folder: 'lxgw-wenkai-webfont', sheet: 'lxgwwenkai-regular.css', version: 'lxgw-wenkai-webfont 1.7.0' };

/** As the style sheets name the faces, and the weight that a page asks for. */
const families: Record<FaceName, { family: string; weight: number }> = {
	song: { family: 'Shangban Song', weight: 400 },
	head: { family: 'Shangban Head', weight: 900 },
	hei: { family: 'Shangban Hei', weight: 700 },
	kai: { family: 'Shangban Kai', weight: 400 },
};

/** What to cut so that every text stands in its face; 楷 comes in slices, of which only those with these characters. */
export function cutsOf(texts: FaceTexts): FaceCut[] {
	return (Object.entries(texts) as [FaceName, readonly string[]][]).flatMap(([face, rows]): FaceCut[] => {
		const text = charactersOf(rows);
		if (text === '') return [];
		if (face !== 'kai') return [{ face, text, ...wholeFaces[face], isSlice: false }];
		return kaiSlices().flatMap(({ file, ranges }) => {
			const part = [...text].filter((character) => isIn(character.codePointAt(0) ?? 0, ranges)).join('');
			return part === '' ? [] : [{ face, text: part, file, version: kai.version, isSlice: true }];
		});
	});
}

/** Sorted, without repeats and breaks; spaces stay, or print would take them from a face of the system. */
export function charactersOf(texts: readonly string[]): string {
	const characters = [...new Set(texts.join(''))].filter((character) => /[\S \u3000]/u.test(character));
	return characters.some((character) => /\S/u.test(character)) ? characters.sort().join('') : '';
}

/** The rule that declares a cut under its face's name; the fallbacks of the style sheets have the same metrics. */
export function fontFace({ face, text, isSlice }: FaceCut, source: string, format = 'woff2'): string {
	const { family, weight } = families[face];
	const points = [...text].map((character) => `U+${character.codePointAt(0)?.toString(16)}`);
	return (
		`@font-face{font-family:'${family}';src:url(${source}) format('${format}');font-weight:${weight};font-display:swap;` +
		`ascent-override:88%;descent-override:12%;line-gap-override:0%${isSlice ? `;unicode-range:${points.join()}` : ''}}`
	);
}

interface Slice {
	file: string;
	ranges: [number, number][];
}

let slices: Slice[] | undefined;

/** The slices of the 楷, as its package's own style sheet names them. */
function kaiSlices(): Slice[] {
	if (slices) return slices;
	const require = createRequire(path.join(/* turbopackIgnore: true */ process.cwd(), 'package.json'));
	const css = readFileSync(require.resolve(`${kai.folder}/${kai.sheet}`), 'utf8');
	slices = [...css.matchAll(/url\('\.\/([^']+)'\)[^}]*unicode-range: ([^}]+)\}/g)].map(([, file, ranges = '']) => ({
		file: `${kai.folder}/${file}`,
		ranges: ranges.split(',').map(parseRange),
	}));
	return slices;
}

function parseRange(range: string): [number, number] {
	const [from = '', to = from] = range.trim().slice(2).split('-');
	return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

function isIn(point: number, ranges: readonly [number, number][]): boolean {
	return ranges.some(([from, to]) => point >= from && point <= to);
}
