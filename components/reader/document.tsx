import { feedEndings, feedFormats } from '@/lib/feed/feed';
import type { ReaderDocument } from '@/lib/site/reader-page';
import type { Shell } from '@/lib/site/shell';
import { zonedTime } from '@/lib/time';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

export interface DocumentProps {
	document: ReaderDocument;
	shell: Shell;
	/** The public address, without a slash at its end. */
	origin: string;
	stylesheet: string;
	/** Paths of the faces that the page needs at once. */
	fonts: readonly { address: string; media?: string }[];
	/** Rules of this page alone. */
	style: string;
	/** What runs: lines in the head and the path of the rest; nothing does where they are left out. */
	scripts?: { early: string; path: string };
}

/** A reader's page as a whole document. */
export function Document({ document, shell, origin, stylesheet, fonts, style, scripts }: DocumentProps) {
	const { paper } = shell;
	const title = document.path === '/' ? `${paper.name} · ${document.title}` : `${document.title} - ${paper.name}`;
	return (
		<html lang="zh-CN">
			{/* biome-ignore lint/style/noHeadElement: this is the document itself, not a page of the framework */}
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>{title}</title>
				{scripts && <script>{scripts.early}</script>}
				{fonts.map(({ address, media }) => (
					<link
						key={address}
						rel="preload"
						href={address}
						as="font"
						type="font/woff2"
						crossOrigin="anonymous"
						media={media}
					/>
				))}
				<link rel="stylesheet" href={stylesheet} />
				{style && <style>{style}</style>}
				{scripts && <script src={scripts.path} defer />}
				<meta name="color-scheme" content="light dark" />
				<meta name="theme-color" content="#fcfbf8" media="(prefers-color-scheme: light)" />
				<meta name="theme-color" content="#141413" media="(prefers-color-scheme: dark)" />
				<link rel="icon" href="/icon.svg" type="image/svg+xml" />
				<link rel="apple-touch-icon" href="/apple-touch-icon.png" />
				<link rel="manifest" href="/manifest.webmanifest" />
				<Description document={document} origin={origin} paper={paper.name} />
				<Feeds document={document} paper={paper.name} />
			</head>
			<body>
				<a className="skip visually-hidden" href="#main">
					跳到正文
				</a>
				{document.banner}
				<SiteHeader shell={shell} current={document.current} />
				<main id="main">{document.body}</main>
				<SiteFooter shell={shell} />
			</body>
		</html>
	);
}

interface DescriptionProps {
	document: ReaderDocument;
	origin: string;
	paper: string;
}

/** What machines are told: the canonical address, Open Graph, schema.org. */
function Description({ document, origin, paper }: DescriptionProps) {
	const { title, description, path, article, image, previous, next, alternates = [] } = document;
	return (
		<>
			{description && <meta name="description" content={description} />}
			{document.unlisted ? (
				<meta name="robots" content="noindex" />
			) : (
				<>
					<link rel="canonical" href={origin + path} />
					{previous && <link rel="prev" href={previous} />}
					{next && <link rel="next" href={next} />}
					{alternates.map((other) => (
						<link key={other.path} rel="alternate" type={other.type} title={other.title} href={other.path} />
					))}
					<meta property="og:type" content={article ? 'article' : 'website'} />
					<meta property="og:title" content={title} />
					<meta property="og:url" content={origin + path} />
					<meta property="og:site_name" content={paper} />
					<meta property="og:locale" content="zh_CN" />
					{description && <meta property="og:description" content={description} />}
				</>
			)}
			{image && (
				<>
					<meta property="og:image" content={origin + image.src} />
					<meta property="og:image:width" content={String(image.width)} />
					<meta property="og:image:height" content={String(image.height)} />
					<meta property="og:image:alt" content={image.alt} />
					<meta name="twitter:card" content="summary_large_image" />
				</>
			)}
			{article && (
				<>
					<meta property="article:published_time" content={zonedTime(article.publishedAt)} />
					<meta property="article:modified_time" content={zonedTime(article.updatedAt)} />
					<meta property="article:section" content={article.section} />
					{article.tags.map((tag) => (
						<meta key={tag} property="article:tag" content={tag} />
					))}
				</>
			)}
			{document.data && (
				<script type="application/ld+json">{JSON.stringify(document.data).replace(/</g, '\\u003c')}</script>
			)}
		</>
	);
}

/** Each feed in each of its formats; a document names the first. */
function Feeds({ document, paper }: { document: ReaderDocument; paper: string }) {
	const feeds = [...(document.feeds ?? []), { title: paper, path: '/feed.xml' }];
	return feeds.flatMap(({ title, path }) =>
		feedEndings.map((format) => {
			const { name, mime } = feedFormats[format];
			const href = path.replace(/xml$/, format);
			return <link key={href} rel="alternate" type={mime} title={`${title}（${name}）`} href={href} />;
		}),
	);
}
