import { oneLine } from '@/lib/article/article';
import type { StoryRow } from '@/lib/article/published';
import { shareAddresses } from '@/lib/site/share/share-address';
import { QrCode } from './qr-code';
import { placeHref } from './story-place';

/** What one does with a story beside reading it. What needs the script is shown by it. */
export function StoryTools({ article, address }: { article: StoryRow; address: string }) {
	return (
		<div className="tools">
			<ul aria-label="阅读工具">
				<li className="if-script">
					<button type="button" data-act="listen">
						朗读
					</button>
				</li>
				<li className="if-script">
					<button type="button" popoverTarget="reading">
						字号
					</button>
				</li>
				<li className="if-script">
					<button type="button" data-act="print">
						打印
					</button>
				</li>
				<li>
					<button type="button" popoverTarget="share">
						分享
					</button>
				</li>
				{article.pageNo > 0 && (
					<li>
						<a href={placeHref(article)}>原版面</a>
					</li>
				)}
			</ul>
			<div id="share" className="panel" popover="auto" role="dialog" aria-label="分享">
				<QrCode address={address} label="本文的二维码" />
				<div>
					<p>用手机扫码打开，或把分享图发给别人。</p>
					<ul>
						<li>
							<a href={shareAddresses(article.id).poster} download={`${oneLine(article.headline)}.png`}>
								存分享图
							</a>
						</li>
						<li className="if-script">
							<button type="button" data-act="copy">
								复制链接
							</button>
						</li>
						<li className="if-script">
							<button type="button" data-act="share" hidden>
								转发
							</button>
						</li>
					</ul>
				</div>
				<button type="button" popoverTarget="share" popoverTargetAction="hide">
					关闭
				</button>
			</div>
		</div>
	);
}
