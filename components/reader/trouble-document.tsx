/** 503: the database is away. Needs nothing from it; says what still works. */
export function TroubleDocument({ stylesheet }: { stylesheet: string }) {
	return (
		<html lang="zh-CN">
			{/* biome-ignore lint/style/noHeadElement: this is the document itself, not a page of the framework */}
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<title>这一页暂时打不开</title>
				<link rel="stylesheet" href={stylesheet} />
			</head>
			<body>
				<main id="main">
					<section className="notice">
						<h1 className="notice-head">这一页暂时打不开</h1>
						<p>报社的机房正在处理故障。最近读过的版面和文章仍然可以打开，这一页过一会儿再试就好。</p>
						<p>
							<a href="/">回首页</a>
						</p>
					</section>
				</main>
			</body>
		</html>
	);
}
