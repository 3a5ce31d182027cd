export const papers = ['chenghu', 'linxian'];

const acts = ['article.create', 'article.save', 'article.submit', 'article.signOff', 'edition.publish', 'user.update'];
const subjects = ['湖边的路修好了', '引题里有“引号”，有 1,024 和 PM2.5', '', '一湖清水\n养一城人', '🏞️ 𠮷野'];
const details = [
	{},
	{ revision: 3 },
	{ note: '缺数据', from: 'submitted', to: 'returned' },
	{ before: { roles: [] }, after: null },
];

/** Rows of every sort in each paper, written as the newsroom writes them: through the trigger, a few in each statement. */
export async function fillRecord(client, rows) {
	for (const paper of papers) {
		for (let no = 0; no < rows; no++) {
			await client.query(
				`INSERT INTO "Trace" ("paperId", "actorId", "actorName", "ip", "act", "subjectType", "subjectId", "subject", "before", "after", "detail")
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
				[
					paper,
					no % 7 === 0 ? null : `u${no % 5}`,
					['沈知远', '林述', ''][no % 3],
					no % 4 === 0 ? '' : '10.0.0.8',
				].concat(
					[
						pick(acts, no),
						pick(acts, no).split('.')[0],
						`s${no % 40}`,
						pick(subjects, no),
						no % 2 ? '' : hex(no),
						hex(no + 1),
					],
					[JSON.stringify(pick(details, no))],
				),
			);
		}
	}
}

const pick = (list, no) => list[no % list.length];
const hex = (no) => no.toString(16).padStart(64, '0');
