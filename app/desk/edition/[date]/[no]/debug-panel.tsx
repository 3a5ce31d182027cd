import type { MadeUpPage } from '@/lib/edition/compose';
import styles from './debug-panel.module.css';
import { numbersOf, tabooNames, tabooPlace } from './taboo-names';

/** In the order in which they are shown: a page that was kept has lost its own. */
const scoreNames: Record<string, string> = {
	misfit: '天窗、溢文',
	taboo: '禁忌',
	shape: '题文形状',
	depth: '次要稿件的位置',
	balance: '版面均衡',
	edits: '移动的稿件',
	total: '合计',
};

/** 组版分析: the itemised score of a page and the taboos that it breaks. */
export function DebugPanel({ made: { sheet, brief } }: { made: Pick<MadeUpPage, 'brief' | 'sheet'> }) {
	const { score, taboos, free, stats } = sheet;
	// Stories are named by their number in reading order, as on the page.
	const numbers = numbersOf(sheet);
	return (
		<aside className={styles.panel} aria-labelledby="debug-head">
			<h2 id="debug-head">组版分析</h2>
			<table>
				<caption>得分，越小越好</caption>
				<tbody>
					{Object.keys(scoreNames)
						.filter((name) => name in score)
						.map((name) => (
							<tr key={name}>
								<th scope="row">{scoreNames[name]}</th>
								<td>{score[name]?.toFixed(2)}</td>
							</tr>
						))}
				</tbody>
			</table>
			<h3>{taboos.length > 0 ? `禁忌 ${taboos.length} 处` : '没有犯禁忌'}</h3>
			<ul>
				{taboos.map(({ id, at, weight }) => (
					<li key={`${id} ${at}`}>
						{`${id} ${tabooNames[id] ?? ''}：${tabooPlace(at, (story) => numbers.get(story))}`}
						<span>{weight}</span>
					</li>
				))}
			</ul>
			<p>
				{`${brief.stories.length} 篇，空 ${free.holes} 格，溢文 ${free.overset.length} 篇；看过 ${stats.nodes} 种组合，种子 ${stats.seed}。`}
			</p>
		</aside>
	);
}
