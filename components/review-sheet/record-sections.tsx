import { actName } from '@/components/desk/act-words';
import { detailWords } from '@/components/desk/detail-words';
import { amendmentNames } from '@/lib/article/article';
import { errorRate, errorRateWords } from '@/lib/article/error-rate';
import type { AmendmentLine, ReviewSheet as Sheet } from '@/lib/review-sheet/review-sheet';
import { dayAndTime } from '@/lib/time';

/** Comments that held a signature, and who settled them. */
export function Comments({ sheet: { blocking, comments } }: { sheet: Sheet }) {
	if (blocking.length === 0 && comments.total === 0) return null;
	return (
		<section>
			<h2>批注</h2>
			{blocking.length > 0 && (
				<table className="rs-list">
					<caption>须处理的批注</caption>
					<thead>
						<tr>
							<th scope="col">时间</th>
							<th scope="col">谁</th>
							<th scope="col">批注</th>
							<th scope="col">处理</th>
						</tr>
					</thead>
					<tbody>
						{blocking.map(({ at, authorName, exact, text, resolverName, resolvedAt }) => (
							<tr key={`${at.toISOString()} ${text}`}>
								<td>{dayAndTime(at)}</td>
								<td>{authorName}</td>
								<td className="rs-text">
									{exact && <q>{exact}</q>} {text}
								</td>
								<td className="rs-text">
									{resolvedAt ? (
										`${resolverName ?? ''} ${dayAndTime(resolvedAt)} 已处理`
									) : (
										<span className="rs-red">还没有处理</span>
									)}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			{comments.total > 0 && (
				<p>
					一般批注 {comments.total} 条，{comments.open > 0 ? `其中 ${comments.open} 条没有处理` : '都已处理'}。
				</p>
			)}
		</section>
	);
}

/** What the checks found and somebody let stand. */
export function Ignores({ sheet: { ignores } }: { sheet: Sheet }) {
	if (ignores.length === 0) return null;
	return (
		<section>
			<h2>检查</h2>
			<table className="rs-list">
				<caption>保留不改的提示</caption>
				<thead>
					<tr>
						<th scope="col">时间</th>
						<th scope="col">谁</th>
						<th scope="col">规则</th>
						<th scope="col">原文</th>
						<th scope="col">理由</th>
					</tr>
				</thead>
				<tbody>
					{ignores.map(({ at, actorName, rule, text, reason }) => (
						<tr key={`${rule} ${text}`}>
							<td>{dayAndTime(at)}</td>
							<td>{actorName}</td>
							<td className="rs-text">{rule}</td>
							<td className="rs-text">{text}</td>
							<td className="rs-text">{reason}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

const placeNames: Record<string, string> = { head: '标题', folio: '报眉', body: '正文' };

/** 校对: what proofreaders found and editors accepted, and what it makes together. */
export function ProofMarks({ sheet: { proofMarks, words } }: { sheet: Sheet }) {
	if (proofMarks.length === 0) return null;
	const rate = errorRate(proofMarks, words);
	return (
		<section>
			<h2>校对</h2>
			<p className={rate.passes ? undefined : 'rs-red'}>{errorRateWords(rate)}。</p>
			<table className="rs-list">
				<caption>校对改正，{errorRateWords(errorRate(proofMarks, words))}</caption>
				<thead>
					<tr>
						<th scope="col">时间</th>
						<th scope="col">谁</th>
						<th scope="col">位置</th>
						<th scope="col">原为</th>
						<th scope="col">改为</th>
						<th scope="col">稿次</th>
					</tr>
				</thead>
				<tbody>
					{proofMarks.map(({ at, actorName, place, wrong, right, revision }) => (
						<tr key={`${at.toISOString()} ${wrong} ${right}`}>
							<td>{dayAndTime(at)}</td>
							<td>{actorName}</td>
							<td>{placeNames[place] ?? place}</td>
							<td className="rs-text">{wrong || '（缺）'}</td>
							<td className="rs-text">{right || '（删）'}</td>
							<td>第 {revision} 稿</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

const noticeWords: Record<AmendmentLine['notice'], string> = {
	none: '',
	owed: '报纸还欠一条更正。',
	printed: '报纸已刊登更正。',
	waived: '报纸不再刊登更正（已豁免）。',
};

/** 更正 更新 撤稿: what readers were told. */
export function Amendments({ sheet: { amendments } }: { sheet: Sheet }) {
	if (amendments.length === 0) return null;
	return (
		<section>
			<h2>更正</h2>
			<table className="rs-list">
				<caption>更正、更新与撤稿</caption>
				<thead>
					<tr>
						<th scope="col">时间</th>
						<th scope="col">谁</th>
						<th scope="col">类别</th>
						<th scope="col">说明</th>
					</tr>
				</thead>
				<tbody>
					{amendments.map((amendment) => (
						<tr key={amendment.at.toISOString()}>
							<td>{dayAndTime(amendment.at)}</td>
							<td>{amendment.actorName}</td>
							<td>{amendmentNames[amendment.kind]}</td>
							<td className="rs-text">
								{amendment.note} {amendment.foundBy && `发现人：${amendment.foundBy}。`}
								{noticeWords[amendment.notice]}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** 流转: every act but saves, as the record has them. */
export function Acts({ sheet: { acts } }: { sheet: Sheet }) {
	return (
		<section>
			<h2>流转</h2>
			<table className="rs-list">
				<caption>流转记录，序号是留痕里的序号</caption>
				<thead>
					<tr>
						<th scope="col">序号</th>
						<th scope="col">时间</th>
						<th scope="col">谁</th>
						<th scope="col">动作</th>
						<th scope="col">改了什么</th>
						<th scope="col">指纹</th>
					</tr>
				</thead>
				<tbody>
					{acts.map(({ seq, at, actorName, act, detail, hash }) => (
						<tr key={seq}>
							<td>{seq}</td>
							<td>{dayAndTime(at)}</td>
							<td>{actorName}</td>
							<td>{actName(act)}</td>
							<td className="rs-text">{detailWords(act, detail).join('　')}</td>
							<td className="rs-code">{hash.slice(0, 8)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
