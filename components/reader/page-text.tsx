import { oneLine } from '@/lib/article/article';
import { isFiller } from '@/lib/edition/design/filler';
import type { PublishedPage } from '@/lib/edition/published';
import type { BriefBlock, BriefStory } from '@/lib/makeup/sheet';
import type { PublishedPicture } from '@/lib/media/published';
import { Figure } from './figure';
import { Clauses } from './inline';

interface PageTextProps {
	page: PublishedPage;
	pictures: ReadonlyMap<string, PublishedPicture>;
}

/**
 * The page as flowing text, in its order: what is read where the page itself is too small, on a phone, at high zoom, in
 * 大字版 (WCAG 2.2, 1.4.10).
 */
export function PageText({ page, pictures }: PageTextProps) {
	return (
		<section className="page-text" aria-labelledby="text-head">
			<h2 id="text-head" className="rubric">
				本版全文
			</h2>
			{storiesInOrder(page).map((story) => (
				<article key={story.id} aria-labelledby={`text-${story.id}`}>
					{story.column && <p className="titles-column">{story.column}</p>}
					{story.kicker && <p className="kicker">{oneLine(story.kicker)}</p>}
					<h3 id={`text-${story.id}`}>
						<a href={`/article/${story.id}`}>
							<Clauses text={story.headline} />
						</a>
					</h3>
					{story.deck && <p className="deck">{oneLine(story.deck)}</p>}
					{story.byline && <p className="byline">{story.byline}</p>}
					<div className="body">
						{story.figures.map(({ id, caption = '', credit = '' }) => (
							<Figure key={id} picture={pictures.get(id)} caption={caption} credit={credit} />
						))}
						{story.blocks.map((block, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
							<Paragraph key={index} {...block} />
						))}
					</div>
				</article>
			))}
		</section>
	);
}

/** The stories of a page as the makeup ranks them, without what only fills. */
export function storiesInOrder({ brief, sheet }: Pick<PublishedPage, 'brief' | 'sheet'>): BriefStory[] {
	const order = sheet.blocks.map((block) => block.story);
	return brief.stories.filter(({ id }) => !isFiller(id)).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

function Paragraph({ type, text }: BriefBlock) {
	if (type === 'subhead') return <h4>{text}</h4>;
	return <p className={type === 'q' ? 'question' : undefined}>{text}</p>;
}
