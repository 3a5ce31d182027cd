import { type ReviewLine, type ReviewSheet as Sheet, standingNames } from '@/lib/review-sheet/review-sheet';
import { dayAndTime } from '@/lib/time';
import { reviewWords } from '@/lib/workflow/review-words';
import { stageNames, stages } from '@/lib/workflow/signatures';

/** 三审: the three stages as boxes to look at, and every judgement in order. */
export function Reviews({ sheet }: { sheet: Sheet }) {
	return (
		<section>
			<h2>三审</h2>
			<div className="rs-stages">
				{stages.map((stage) => (
					<Stage key={stage} name={stageNames[stage]} line={signatureOf(sheet.reviews, stage)} />
				))}
			</div>
			{sheet.reviews.length === 0 ? (
				<p>还没有人审过。</p>
			) : (
				<table className="rs-list">
					<caption>审稿记录</caption>
					<thead>
						<tr>
							<th scope="col">时间</th>
							<th scope="col">审稿人</th>
							<th scope="col">意见</th>
							<th scope="col">稿次</th>
							<th scope="col">指纹</th>
							<th scope="col">效力</th>
						</tr>
					</thead>
					<tbody>
						{sheet.reviews.map((line) => (
							<Line key={`${line.at.toISOString()} ${line.stage} ${line.verdict}`} line={line} />
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}

/** The signature that counts now, with its person: of a carried one the person who gave it. */
function signatureOf(reviews: readonly ReviewLine[], stage: ReviewLine['stage']): ReviewLine | undefined {
	const own = reviews.filter((review) => review.stage === stage);
	if (!own.some((review) => review.standing === 'holds')) return undefined;
	return own.findLast((review) => review.verdict === 'signed');
}

function Stage({ name, line }: { name: string; line: ReviewLine | undefined }) {
	return (
		<dl className={line?.flag ? 'rs-stage rs-red' : 'rs-stage'}>
			<dt>{name}</dt>
			{line ? (
				<>
					<dd className="rs-signer">{line.actorName}</dd>
					<dd>{dayAndTime(line.at)}</dd>
				</>
			) : (
				<dd className="rs-unsigned">未签</dd>
			)}
		</dl>
	);
}

function Line({ line }: { line: ReviewLine }) {
	const { at, actorName, revision, hash, note, flag, standing, verdict } = line;
	return (
		<tr className={standing === 'void' ? 'rs-void' : undefined}>
			<td>{dayAndTime(at)}</td>
			<td>{actorName}</td>
			<td className="rs-text">
				<span className={verdict === 'returned' ? 'rs-red' : undefined}>{reviewWords(line)}</span>
				{note && <p>{note}</p>}
				{flag && <p className="rs-red">违反审者分离，理由：{flag}</p>}
			</td>
			<td>第 {revision} 稿</td>
			<td className="rs-code">{hash.slice(0, 8)}</td>
			<td>{standingNames[standing]}</td>
		</tr>
	);
}
