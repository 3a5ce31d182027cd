import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { listLastChanges, listOnlineStories } from '@/lib/article/published';
import { findEdition, listPages } from '@/lib/edition/published';
import { revalidate } from '@/lib/site/answer';
import { type FileAnswer, missing, type ReaderPage } from '@/lib/site/reader-page';
import { script } from '@/lib/site/script';
import { siteTags } from '@/lib/site/tags';
import { chineseDate } from '@/lib/time';
import { mostOnline } from './front';

function file(type: string, body: string | Uint8Array, tags: readonly string[]): FileAnswer {
	return { kind: 'file', headers: { 'Content-Type': type, 'Cache-Control': revalidate }, body, tags, keep: 'table' };
}

const iconSizes = { '/icon-192.png': 192, '/icon-512.png': 512, '/apple-touch-icon.png': 180 };
/** Of the width, left free around the drawing where a system cuts icons to its own shape (W3C: a safe zone of 80 %). */
const maskableEdge = 0.1;

/** `/manifest.webmanifest`: the paper on a home screen (W3C Web Application Manifest). */
export const manifestPage: ReaderPage = {
	pattern: '/manifest.webmanifest',
	async answer(_params, { shell: { paper } }) {
		const icon = (src: string, size: number, purpose: string) => ({
			src,
			sizes: `${size}x${size}`,
			type: 'image/png',
			purpose,
		});
		const manifest = {
			id: '/',
			name: paper.name,
			short_name: paper.name,
			description: paper.slogan || paper.name,
			lang: 'zh-CN',
			dir: 'ltr',
			start_url: '/',
			scope: '/',
			display: 'standalone',
			background_color: '#fcfbf8',
			theme_color: '#fcfbf8',
			categories: ['news'],
			icons: [
				icon('/icon-192.png', 192, 'any'),
				icon('/icon-512.png', 512, 'any'),
				icon('/icon-maskable.png', 512, 'maskable'),
			],
			shortcuts: [
				{ name: '今日版面', url: '/paper' },
				{ name: '搜索', url: '/search' },
			],
		};
		return file('application/manifest+json; charset=utf-8', JSON.stringify(manifest), [siteTags.paper]);
	},
};

/** The icons of the manifest, drawn from `public/icon.svg`. */
export const iconPages: readonly ReaderPage[] = [
	...Object.entries(iconSizes).map(([pattern, size]) => iconPage(pattern, size, 0)),
	iconPage('/icon-maskable.png', 512, maskableEdge),
];

function iconPage(pattern: string, size: number, edge: number): ReaderPage {
	return {
		pattern,
		async answer() {
			const svg = await readFile(path.join(/* turbopackIgnore: true */ process.cwd(), 'public/icon.svg'));
			const inner = Math.round(size * (1 - 2 * edge));
			const around = Math.round((size - inner) / 2);
			const drawn = sharp(svg).resize(inner, inner);
			const [top, background] = [around, '#a3231b'];
			const extent = { top, left: around, bottom: size - inner - top, right: size - inner - around, background };
			const png = await drawn.extend(extent).png({ compressionLevel: 9, palette: true }).toBuffer();
			return file('image/png', png, [siteTags.paper]);
		},
	};
}

/** `/worker.js`: the service worker; a browser asks for it anew each day at the latest. */
export const workerPage: ReaderPage = {
	pattern: '/worker.js',
	async answer() {
		return file('text/javascript; charset=utf-8', script('worker').code, [siteTags.paper]);
	},
};

/** `/paper/latest.json`: what the edition of the day consists of, for who keeps it to read without a network. */
export const latestEditionPage: ReaderPage = {
	pattern: '/paper/latest.json',
	async answer(_params, { shell: { paper } }) {
		const edition = await findEdition(paper.id);
		if (!edition) return missing();
		const { date } = edition;
		const [pages, online] = await Promise.all([
			listPages(paper.id, date),
			listOnlineStories(paper.id, date, mostOnline),
		]);
		const printed = pages.flatMap(({ sheet }) => sheet.blocks.map(({ story }) => story));
		const changes = await listLastChanges([...new Set([...printed, ...online.map(({ id }) => id)])]);
		const published = changes.map(({ id }) => id);
		const paths = ['/', ...pages.map(({ no }) => `/paper/${date}/${no}`), ...published.map((id) => `/article/${id}`)];
		const moments = [...pages, ...changes].map(({ updatedAt }) => updatedAt.getTime());
		const body = {
			date,
			name: `${chineseDate(date)}《${paper.name}》`,
			// Of the paths too: a withdrawn story takes its moment along.
			version: createHash('sha256')
				.update(JSON.stringify([paths, moments]))
				.digest('base64url')
				.slice(0, 12),
			paths,
		};
		const tags = [siteTags.latest, siteTags.edition(date), ...published.map(siteTags.article)];
		return file('application/json; charset=utf-8', JSON.stringify(body), tags);
	},
};

/** `/offline`: stands in for a page that could not be fetched and was not saved. */
export const offlinePage: ReaderPage = {
	pattern: '/offline',
	async answer() {
		return {
			kind: 'document',
			tags: [],
			document: {
				title: '没有网络',
				path: '/offline',
				faces: { head: ['没有网络'] },
				unlisted: true,
				body: (
					<section className="notice">
						<h1 className="notice-head">没有网络</h1>
						<p>这一页没有存在这台设备上。网络恢复后刷新就能看。</p>
						<p>存下的报纸照常能看：</p>
						<ul className="notice-list" data-saved="" />
						<p>要在没有网络的地方看报，请先在版面页按“存本期离线看”。</p>
					</section>
				),
			},
		};
	},
};
