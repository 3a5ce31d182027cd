import type { Shell } from '@/lib/site/shell';

/** 页脚: the columns once more, feeds, and the duties of a news site. */
export function SiteFooter({ shell }: { shell: Shell }) {
	const { name, cnNumber, sponsor, imprint, footer } = shell.paper;
	return (
		<footer className="foot">
			<nav className="foot-nav" aria-label="全部栏目">
				<ul>
					{shell.columns.map(({ slug, name: column }) => (
						<li key={slug}>
							<a href={`/column/${slug}`}>{column}</a>
						</li>
					))}
				</ul>
				<ul className="foot-feeds">
					<li>
						<a href="/feed.xml">新闻订阅（RSS）</a>
					</li>
					<li>
						<a href="/paper/feed.xml">报纸订阅（RSS）</a>
					</li>
					<li>
						<a href="/correction">更正与说明</a>
					</li>
					<li className="if-script">
						<button type="button" popoverTarget="reading">
							阅读设置
						</button>
					</li>
				</ul>
			</nav>
			<p className="foot-house">
				<Phrase label="" text={`《${name}》`} />
				<Phrase label="国内统一刊号 " text={cnNumber} />
				<Phrase label="主办：" text={sponsor} />
				<Phrase label="地址：" text={imprint.address} />
				<Phrase label="电话：" text={imprint.phone} />
			</p>
			<p className="foot-duties">
				<Phrase label="" text={footer.licence} />
				<Phrase label="" text={footer.icp} />
				<Phrase label="" text={footer.police} />
				{footer.reportUrl && <a href={footer.reportUrl}>12377 违法和不良信息举报</a>}
			</p>
			{footer.copyright && <p className="foot-duties">{footer.copyright}</p>}
		</footer>
	);
}

/** A phrase that stays on one line; nothing where the setting is empty. */
function Phrase({ label, text }: { label: string; text: string }) {
	return text === '' ? null : <span>{label + text}</span>;
}
