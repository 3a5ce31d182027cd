import { type OfficeKind, officeKind, officeKindNames } from '@/lib/article/archive/office';
import type { InterviewFace, StoryRow } from '@/lib/article/published';
import type { PublishedPicture } from '@/lib/media/published';
import { chineseDate } from '@/lib/time';
import { Clauses } from './inline';
import { Picture } from './picture';
import { StoryPlace } from './story-place';

/** Who speaks in a column of interviews, by story. */
export interface InterviewView {
	faces: ReadonlyMap<string, InterviewFace>;
	pictures: ReadonlyMap<string, PublishedPicture>;
}

interface InterviewGalleryProps extends InterviewView {
	rows: readonly StoryRow[];
	/** Whether the first stands large above the others. */
	withLead: boolean;
}

/** Fewer are seen at a glance. */
const worthChoosing = 6;
const leadSizes = '(max-width: 40rem) 92vw, 26rem';
const cardSizes = '(max-width: 40rem) 44vw, (max-width: 64rem) 28vw, 16rem';

/** 一把手访谈: a gallery of persons and their offices; the latest large, the others in rows. */
export function InterviewGallery({ rows, faces, pictures, withLead }: InterviewGalleryProps) {
	const kinds = kindsOf(rows, faces);
	const cards = rows.map((row, index): CardProps => {
		const face = faces.get(row.id);
		const picture = face?.pictureId ? pictures.get(face.pictureId) : undefined;
		return { row, face, picture, isLead: withLead && index === 0, isFirst: index === 0 };
	});
	return (
		<div className="interviews">
			{kinds.length > 1 && rows.length >= worthChoosing && <KindChoice kinds={kinds} />}
			<ol className="interview-list">
				{cards.map((card) => (
					<Card key={card.row.id} {...card} />
				))}
			</ol>
		</div>
	);
}

function kindsOf(rows: readonly StoryRow[], faces: InterviewView['faces']): OfficeKind[] {
	const present = new Set(rows.map((row) => officeKind(faces.get(row.id)?.office ?? '')));
	return (Object.keys(officeKindNames) as OfficeKind[]).filter((kind) => present.has(kind));
}

/** Shows those of one kind of office alone: radio buttons that the style sheet reads. */
function KindChoice({ kinds }: { kinds: readonly OfficeKind[] }) {
	return (
		<fieldset className="office-kinds">
			<legend className="visually-hidden">只看</legend>
			{(['all', ...kinds] as const).map((kind) => (
				<label key={kind}>
					<input type="radio" name="office" value={kind} defaultChecked={kind === 'all'} autoComplete="off" />
					<span>{kind === 'all' ? '全部' : officeKindNames[kind]}</span>
				</label>
			))}
		</fieldset>
	);
}

interface CardProps {
	row: StoryRow;
	face: InterviewFace | undefined;
	picture: PublishedPicture | undefined;
	isLead: boolean;
	/** Of the page: fetched at once. */
	isFirst: boolean;
}

function Card({ row, face, picture, isLead, isFirst }: CardProps) {
	const kind = officeKind(face?.office ?? '');
	return (
		<li className={isLead ? `interview lead office-${kind}` : `interview office-${kind}`}>
			<div className="interview-face">
				{picture ? (
					<Picture picture={picture} alt="" sizes={isLead ? leadSizes : cardSizes} first={isFirst} />
				) : (
					<Nameboard name={face?.name ?? ''} />
				)}
			</div>
			<div className="interview-words">
				{face && (
					<p className="interview-person">
						<b>{face.name}</b>
						<span>{face.office}</span>
					</p>
				)}
				<h2>
					<a href={`/article/${row.id}`}>
						<Clauses text={row.headline} />
					</a>
				</h2>
				{isLead && face && <p className="interview-opening">{row.deck || face.opening}</p>}
				<p className="stories-place">
					<time dateTime={row.date}>{chineseDate(row.date)}</time>
					{isLead && <StoryPlace row={row} />}
				</p>
			</div>
		</li>
	);
}

/** Where there is no portrait: the name as a placard has it, from top to bottom; it is said beside it. */
function Nameboard({ name }: { name: string }) {
	return (
		<p className="nameboard" aria-hidden="true">
			<span>{name || '访谈'}</span>
		</p>
	);
}
