import { normalize } from '@/lib/makeup/normalize';
import type { Brief, HeadRole, Sheet } from '@/lib/makeup/sheet';

/** The faces of the paper: 宋 text, heavy 宋 heads, 黑 labels, 楷 names. */
export type FaceName = 'song' | 'head' | 'hei' | 'kai';
/** Texts by the face that they are set in. */
export type FaceTexts = Partial<Record<FaceName, readonly string[]>>;

/** As `sheet.css` sets them. */
const faceOfPart: Record<HeadRole, FaceName> = {
	series: 'hei',
	column: 'hei',
	kicker: 'song',
	headline: 'head',
	deck: 'kai',
	byline: 'kai',
};

/** Everything that a sheet shows, by face: what its fonts must hold. */
export function faceTexts(sheet: Sheet, brief: Brief): Record<FaceName, string[]> {
	const texts: Record<FaceName, string[]> = { song: [], head: [], hei: [], kai: [] };
	for (const part of sheet.blocks.flatMap((block) => block.head.parts)) texts[faceOfPart[part.role]].push(...part.rows);
	const shown = new Set(sheet.blocks.map((block) => block.story));
	for (const story of brief.stories.filter(({ id }) => shown.has(id))) {
		for (const { type, text } of story.blocks) {
			texts[type === 'subhead' || type === 'q' ? 'hei' : 'song'].push(normalize(text));
		}
		for (const { caption = '', credit = '' } of story.figures) {
			texts.song.push(normalize(caption));
			texts.kai.push(normalize(credit));
		}
	}
	return texts;
}
