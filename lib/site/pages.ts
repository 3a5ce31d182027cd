import { iconPages, latestEditionPage, manifestPage, offlinePage, workerPage } from './page/app';
import { articlePage } from './page/article';
import { correctionLeafPage, correctionPage } from './page/correction';
import {
	columnFeedPages,
	feedPages,
	paperFeedPages,
	reporterFeedPages,
	seriesFeedPages,
	tagFeedPages,
} from './page/feeds';
import { frontPage } from './page/front';
import { columnPages, seriesPages, tagPages } from './page/heading';
import { articleNinjsPage, editionNinjsPage } from './page/ninjs';
import { pagePicturePage } from './page/page-picture';
import { editionPage, latestPaperPage, paperPage } from './page/paper';
import { editionPdfPage, movedPdfPage, paperPdfPage } from './page/paper-pdf';
import { reporterPages } from './page/reporter';
import { searchPage, suggestPage } from './page/search';
import { linkImagePage, posterPage, qrPage } from './page/share';
import { monthSitemapPage, newsSitemapPage, robotsPage, sitemapPage, siteSitemapPage } from './page/sitemap';
import type { ReaderPage } from './reader-page';

/** All pages of the reader's paper; of two patterns that fit, the first. Each has its door under `app/(reader)`. */
export const pages: readonly ReaderPage[] = [
	frontPage,
	...feedPages,
	sitemapPage,
	siteSitemapPage,
	monthSitemapPage,
	newsSitemapPage,
	robotsPage,
	searchPage,
	suggestPage,
	manifestPage,
	...iconPages,
	workerPage,
	offlinePage,
	latestEditionPage,
	latestPaperPage,
	...paperFeedPages,
	editionPdfPage,
	editionPage,
	editionNinjsPage,
	paperPdfPage,
	paperPage,
	movedPdfPage,
	pagePicturePage,
	articlePage,
	linkImagePage,
	posterPage,
	qrPage,
	articleNinjsPage,
	correctionPage,
	correctionLeafPage,
	...columnFeedPages,
	...Object.values(columnPages),
	...seriesFeedPages,
	...Object.values(seriesPages),
	...tagFeedPages,
	...Object.values(tagPages),
	...reporterFeedPages,
	...Object.values(reporterPages),
];
