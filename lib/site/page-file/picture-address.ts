import type { IsoDate } from '@/lib/time';
import { pictureWidths } from './page-file';

type PictureKind = keyof typeof pictureWidths;

/** A picture of a page as a list shows it; its size is known before it comes. */
export interface PagePicture {
	src: string;
	width: number;
	height: number;
}

/** Enough of a key to tell all versions of all pages apart. */
const keyLength = 16;

/** `/paper/2026-11-22/1/0a1b….240.webp` */
export function pictureAddress(page: { date: IsoDate; no: number }, key: string, kind: PictureKind): string {
	return `/paper/${page.date}/${page.no}/${key.slice(0, keyLength)}.${pictureWidths[kind]}.webp`;
}

/** What such an address, without its ending, names; undefined for any other. */
export function kindOfPicture(name: string): { key: string; kind: PictureKind } | undefined {
	const [, key, width] = /^([0-9a-f]{16})\.(\d+)$/.exec(name) ?? [];
	const kind = (Object.keys(pictureWidths) as PictureKind[]).find((each) => String(pictureWidths[each]) === width);
	return key && kind ? { key, kind } : undefined;
}
