import { oneLine, stateNames } from '@/lib/article/article';
import { priorityNames } from '@/lib/edition/edition';
import type { ReviewSheet as Sheet } from '@/lib/review-sheet/review-sheet';
import { dayAndTime, pageLabel } from '@/lib/time';
import { Acts, Amendments, Comments, Ignores, ProofMarks } from './record-sections';
import { Reviews } from './reviews';

/**
 * 审稿单: who judged a story, when and how, as a form on A4. Plain markup and styles of its own (review-sheet.css), the
 * same on the screen, from a browser's printer and as a PDF of the server.
 */
export function ReviewSheet({ sheet }: { sheet: Sheet }) {
	return (
		<article className="review-sheet" lang="zh-CN">
			<header className="rs-head">
				<p className="rs-paper">{sheet.paper}</p>
				<h1>审稿单</h1>
				<p className="rs-no">编号 {sheet.id}</p>
			</header>
			<Facts sheet={sheet} />
			<Reviews sheet={sheet} />
			<Comments sheet={sheet} />
			<Ignores sheet={sheet} />
			<ProofMarks sheet={sheet} />
			<Publication sheet={sheet} />
			<Amendments sheet={sheet} />
			<Acts sheet={sheet} />
			<Anchor sheet={sheet} />
		</article>
	);
}

function Facts({ sheet }: { sheet: Sheet }) {
	const { kicker, headline, deck, revision, words, plannedWords, hash } = sheet;
	return (
		<table className="rs-form">
			<caption>稿件</caption>
			<colgroup>
				{['作者', '部门', '栏目'].map((name) => [
					<col key={name} className="rs-label" />,
					<col key={`${name} value`} />,
				])}
			</colgroup>
			<tbody>
				<tr>
					<th scope="row">标题</th>
					<td colSpan={5}>
						{kicker && <p className="rs-kicker">{oneLine(kicker)}</p>}
						<p className="rs-headline">{oneLine(headline) || '（无标题）'}</p>
						{deck && <p className="rs-deck">{oneLine(deck)}</p>}
					</td>
				</tr>
				<tr>
					<Field name="作者" value={sheet.authorName} />
					<Field name="部门" value={sheet.desk} />
					<Field name="栏目" value={sheet.columnName} />
				</tr>
				<tr>
					<Field name="署名" value={sheet.byline} wide />
					<Field name="字数" value={plannedWords ? `${words}（计划 ${plannedWords}）` : String(words)} />
				</tr>
				<tr>
					<Field name="状态" value={stateWords(sheet)} />
					<Field name="稿次" value={`第 ${revision} 稿`} />
					<Field name="指纹" value={hash.slice(0, 16)} code />
				</tr>
				<tr>
					<Field name="版位" value={slotWords(sheet)} wide />
					<Field name="新建" value={dayAndTime(sheet.createdAt)} />
				</tr>
				<tr>
					<Field name="撰改" value={saverWords(sheet)} wide />
					<Field name="时限" value={limitWords(sheet)} />
				</tr>
			</tbody>
		</table>
	);
}

function Field({ name, value, wide, code }: { name: string; value: string; wide?: boolean; code?: boolean }) {
	return (
		<>
			<th scope="row">{name}</th>
			<td colSpan={wide ? 3 : 1} className={code ? 'rs-code' : undefined}>
				{value || '—'}
			</td>
		</>
	);
}

function stateWords({ state, urgent, holdReason }: Sheet): string {
	return [stateNames[state], urgent && '急稿', state === 'held' && holdReason].filter(Boolean).join('，');
}

function slotWords({ slots }: Sheet): string {
	return slots
		.map(({ date, no, name, priority }) =>
			[date, pageLabel(no), name, priorityNames[priority as keyof typeof priorityNames]].filter(Boolean).join(' '),
		)
		.join('；');
}

function saverWords({ savers }: Sheet): string {
	return savers.map(({ name, revisions }) => `${name} ${revisions} 稿`).join('，');
}

function limitWords({ dueAt, embargoUntil }: Sheet): string {
	return [dueAt && `截稿 ${dayAndTime(dueAt)}`, embargoUntil && `禁发至 ${dayAndTime(embargoUntil)}`]
		.filter(Boolean)
		.join('，');
}

function Publication({ sheet: { publication } }: { sheet: Sheet }) {
	return (
		<section>
			<h2>刊发</h2>
			{publication ? (
				<p>
					{dayAndTime(publication.at)} 刊发于 {publication.date}{' '}
					{publication.pageNo > 0 ? `${pageLabel(publication.pageNo)} ${publication.pageName}` : publication.pageName}
					，读者看到的是第 {publication.revision} 稿。
				</p>
			) : (
				<p>没有刊发。</p>
			)}
		</section>
	);
}

/** The whole hash, in groups that can be read aloud: on paper it is out of the database's reach. */
function Anchor({ sheet: { anchor, madeAt, madeBy, hash } }: { sheet: Sheet }) {
	return (
		<section className="rs-anchor">
			<h2>留痕</h2>
			<dl>
				<dt>本单打印时，留痕共</dt>
				<dd>{anchor.seq} 条</dd>
				<dt>最后一条的指纹</dt>
				<dd className="rs-code">{groups(anchor.hash)}</dd>
				<dt>稿件内容的指纹</dt>
				<dd className="rs-code">{groups(hash)}</dd>
			</dl>
			<p>日后在编辑台“留痕”里核对上面的序号和指纹：对得上，再做一次校验，就能确认到那一条为止的记录没有改动过。</p>
			<p>
				{madeBy} 于 {dayAndTime(madeAt)} 生成。
			</p>
		</section>
	);
}

function groups(hash: string): string {
	return (hash.match(/.{1,8}/g) ?? []).join(' ');
}
