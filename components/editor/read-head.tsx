import { titleOf } from '@/lib/article/article';
import { bylineText } from '@/lib/article/byline';
import { BadgeLine } from './badge-line';
import type { Choices } from './choices';
import type { Head } from './head';
import { HeadRemarks } from './head-remarks';
import surface from './surface.module.css';

/** The head of an article as it prints, to be read and remarked on, not to be written. */
export function ReadHead({ head, choices }: { head: Head; choices: Choices }) {
	const byline = bylineText(head.bylines, head.dateline);
	return (
		<>
			<BadgeLine head={head} choices={choices} />
			{head.kicker && (
				<p className={surface.kicker} data-head="kicker">
					{head.kicker}
				</p>
			)}
			<h1 className={surface.headline} data-head="headline">
				{head.headline || titleOf('')}
			</h1>
			{head.deck && (
				<p className={surface.deck} data-head="deck">
					{head.deck}
				</p>
			)}
			<HeadRemarks head={head} />
			{byline && <p className={surface.bylineText}>{byline}</p>}
			{head.dateline && (
				<p className={surface.datelineText} data-head="dateline">
					{head.dateline}
				</p>
			)}
		</>
	);
}
