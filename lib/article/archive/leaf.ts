import type { StoryRow } from '../published';
import type { MonthCount, Period } from './archive';

/** Which part of an archive is asked for: all of it, a year or a month, and which leaf of that, from 1. */
export interface LeafAsked {
	period?: Period;
	page: number;
}

/** A leaf of an archive, and where it lies. */
export interface ArchiveLeaf extends LeafAsked {
	rows: StoryRow[];
	/** Of the whole archive, latest first. */
	months: MonthCount[];
	/** In the whole archive, and in the period. */
	total: number;
	stories: number;
	/** Leaves of the period. A year has one: its months lead on. */
	pages: number;
}

/** The address of a leaf under the archive's own. */
export function leafPath(path: string, { period, page }: LeafAsked): string {
	const place = period ? `${path}/${period.year}${period.month ? `/${period.month}` : ''}` : path;
	return page === 1 ? place : `${place}/${page}`;
}

/** 2026年11月, 2026年; nothing of the whole. */
export function periodName(period: Period | undefined): string {
	if (!period) return '';
	return `${period.year}年${period.month ? `${period.month}月` : ''}`;
}

/** A leaf's title after the name of whose it is. */
export function leafTitle(name: string, { period, page }: LeafAsked): string {
	const parts = [periodName(period), page > 1 ? `第 ${page} 页` : ''].filter(Boolean);
	return parts.length > 0 ? `${name}（${parts.join('，')}）` : name;
}
