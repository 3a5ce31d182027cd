import { iconPages, latestEditionPage, manifestPage, offlinePage, workerPage } from './page/app';
import { articlePage } from './page/article';
import { correctionLeafPage, correctionPage } from './page/correction';
import { columnFeedPage, feedPage, paperFeedPage, robotsPage, sitemapPage } from './page/feeds';
import { frontPage } from './page/front';
import { columnLeafPage, columnPage, seriesLeafPage, seriesPage, tagLeafPage, tagPage } from './page/heading';
import { pagePicturePage } from './page/page-picture';
import { editionPage, latestPaperPage, paperPage } from './page/paper';
import { editionPdfPage, movedPdfPage, paperPdfPage } from './page/paper-pdf';
import { reporterLeafPage, reporterPage } from './page/reporter';
import { searchPage } from './page/search';
import type { ReaderPage } from './reader-page';

/** All pages of the reader's paper; of two patterns that fit, the first. Each has its door under `app/(reader)`. */
export const pages: readonly ReaderPage[] = [
	frontPage,
	feedPage,
	sitemapPage,
	robotsPage,
	searchPage,
	manifestPage,
	...iconPages,
	workerPage,
	offlinePage,
	latestEditionPage,
	latestPaperPage,
	paperFeedPage,
	editionPdfPage,
	editionPage,
	paperPdfPage,
	paperPage,
	movedPdfPage,
	pagePicturePage,
	articlePage,
	correctionPage,
	correctionLeafPage,
	columnFeedPage,
	columnPage,
	columnLeafPage,
	seriesPage,
	seriesLeafPage,
	tagPage,
	tagLeafPage,
	reporterPage,
	reporterLeafPage,
];
