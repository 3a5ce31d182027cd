import { Notice } from '@/components/ui/notice';
import { editionState } from '@/lib/edition/edition';
import type { EditionForDesk } from '@/lib/edition/read';
import { dayAndTime } from '@/lib/time';
import styles from './edition-board.module.css';

/** Where the edition stands: what it still lacks, or where readers find it. */
export function EditionNotice({ edition }: { edition: EditionForDesk }) {
	const { date, publishedAt, blockers } = edition;
	switch (editionState(edition)) {
		case 'published':
			return (
				<Notice>
					{publishedAt && dayAndTime(publishedAt)} 出版。版面不能再改；有错请打开稿件，修改、签发后发布更正。{' '}
					<a href={`/paper/${date}`}>看报纸</a>
				</Notice>
			);
		case 'retired':
			return <Notice>这一期已停用：不能放稿，也不会出版。需要时可以恢复。</Notice>;
		case 'open':
			return blockers.length === 0 ? null : (
				<Notice>
					<p>出版之前还差 {blockers.length} 件事：</p>
					<ul id="blockers" className={styles.blockers}>
						{blockers.map((blocker) => (
							<li key={blocker}>{blocker}</li>
						))}
					</ul>
				</Notice>
			);
	}
}
