import type { SearchHit } from '@/lib/search/published';
import { listPassages, markHits, type Passage } from '@/lib/search/search';
import { chineseDate } from '@/lib/time';
import { StoryPlace } from './story-place';

/** Stories that were found: where the words stand in title and text, who signs them, where they stand in the paper. */
export function SearchHits({ hits, words }: { hits: readonly SearchHit[]; words: readonly string[] }) {
	return (
		<ol className="hits">
			{hits.map((hit) => (
				<li key={hit.id}>
					<h2>
						{hit.kicker && (
							<span className="stories-kicker">
								<Marked text={oneLine(hit.kicker)} words={words} />
							</span>
						)}
						<a href={`/article/${hit.id}`}>
							<Marked text={oneLine(hit.headline)} words={words} />
						</a>
					</h2>
					{listPassages(hit.text, words, { captions: hit.captions }).map((passage) => (
						<PassageLine key={passage.text} passage={passage} words={words} />
					))}
					<p className="stories-place">
						<time dateTime={hit.date}>{chineseDate(hit.date)}</time>
						<StoryPlace row={hit} />
						{hit.bylines.length > 0 && (
							<span className="hit-bylines">
								<Marked text={hit.bylines.join('、')} words={words} />
							</span>
						)}
						{hit.tags
							.filter((tag) => holds(tag, words))
							.map((tag) => (
								<span key={tag}>
									标签：
									<Marked text={tag} words={words} />
								</span>
							))}
					</p>
				</li>
			))}
		</ol>
	);
}

function PassageLine({ passage, words }: { passage: Passage; words: readonly string[] }) {
	const { text, isCutBefore, isCutAfter, isCaption } = passage;
	return (
		<p className="hit-text">
			{isCaption && <span className="hit-caption">图说</span>}
			{isCutBefore && '……'}
			<Marked text={text} words={words} />
			{isCutAfter && '……'}
		</p>
	);
}

/** A head on one line, its forced breaks as white. */
function oneLine(head: string): string {
	return head.replaceAll('\n', '　');
}

function holds(text: string, words: readonly string[]): boolean {
	return markHits(text, words).some((run) => run.hit);
}

function Marked({ text, words }: { text: string; words: readonly string[] }) {
	return markHits(text, words).map((run, index) =>
		// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
		run.hit ? <mark key={index}>{run.text}</mark> : run.text,
	);
}
