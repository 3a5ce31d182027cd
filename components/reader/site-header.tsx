import type { Shell } from '@/lib/site/shell';
import { Nameplate } from './nameplate-drawing';
import { ReadingSettings } from './reading-settings';
import { SearchForm } from './search-form';

/** The line above every page: the paper's name, its columns, the search. */
export function SiteHeader({ shell, current }: { shell: Shell; current?: string }) {
	return (
		<header className={current === '/' ? 'top front-top' : 'top'}>
			{current !== '/' && (
				<a className="top-name" href="/">
					<Nameplate name={shell.paper.name} />
				</a>
			)}
			<nav className="top-nav" aria-label="主导航">
				<ul>
					<li>
						<a className="top-paper" href="/paper" aria-current={current === '/paper' ? 'page' : undefined}>
							版面
						</a>
					</li>
					{shell.columns.map(({ slug, name }) => (
						<li key={slug}>
							<a href={`/column/${slug}`} aria-current={current === `/column/${slug}` ? 'page' : undefined}>
								{name}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{current !== '/search' && <SearchForm id="top-search" />}
			<p className="top-acts if-script">
				<button type="button" data-act="large" aria-pressed="false">
					大字版
				</button>
				<button type="button" popoverTarget="reading" aria-label="阅读设置">
					设置
				</button>
			</p>
			<ReadingSettings />
		</header>
	);
}
