/** Leaves of a long list. */
export function Pager({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
	if (pages <= 1) return null;
	const near = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter(
		(n) => n >= 1 && n <= pages,
	);
	return (
		<nav className="pager" aria-label="分页">
			{page > 1 && (
				<a href={hrefOf(page - 1)} rel="prev">
					上一页
				</a>
			)}
			<ol>
				{near.map((n, index) => (
					<li key={n} className={n - (near[index - 1] ?? n) > 1 ? 'gap' : undefined}>
						{n === page ? (
							<span aria-current="page">{n}</span>
						) : (
							<a href={hrefOf(n)} aria-label={`第 ${n} 页`}>
								{n}
							</a>
						)}
					</li>
				))}
			</ol>
			{page < pages && (
				<a href={hrefOf(page + 1)} rel="next">
					下一页
				</a>
			)}
		</nav>
	);
}
