import type { Metadata } from 'next';
import { ArticleEditor } from '@/components/editor/article-editor';
import type { HeadingChoice } from '@/components/editor/choices';
import { getArticleForEdit } from '@/lib/article/read';
import { can } from '@/lib/auth/can';
import { type Heading, listColumns, listSeries, listTags } from '@/lib/column/read';
import { deskRead } from '@/lib/page';
import * as actions from './actions';

export const metadata: Metadata = { title: '稿件' };

const doors = {
	submit: actions.submitAction,
	recall: actions.recallAction,
	take: actions.takeAction,
	signFirst: actions.signFirstAction,
	signSecond: actions.signSecondAction,
	signOff: actions.signOffAction,
	signOffOnline: actions.signOffOnlineAction,
	publishOnline: actions.publishOnlineAction,
	unsign: actions.unsignAction,
	hold: actions.holdAction,
	schedule: actions.scheduleAction,
	time: actions.timeAction,
	release: actions.releaseAction,
	return: actions.returnAction,
	spike: actions.spikeAction,
	revive: actions.reviveAction,
	correct: actions.correctAction,
	withdraw: actions.withdrawAction,
};

/** An article: to be written where the reader may change it now, else to be read and judged. */
export default async function ArticlePage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const { actor, article, choices } = await deskRead(async (actor) => {
		const [article, columns, series, tags] = await Promise.all([
			getArticleForEdit(actor, id),
			listColumns(actor),
			listSeries(actor),
			listTags(actor),
		]);
		const choices = { columns: columns.map(toChoice), series: series.map(toChoice), tags: tags.map(toChoice) };
		return { actor, article, choices };
	});
	return (
		<ArticleEditor
			key={id}
			user={{ id: actor.userId, name: actor.name }}
			article={article}
			choices={choices}
			doors={doors}
			mayTakeOver={can(actor, 'article.takeOver')}
			findReporters={actions.findReportersAction}
		/>
	);
}

function toChoice({ id, name, retiredAt }: Heading): HeadingChoice {
	return { id, name, retired: retiredAt !== null };
}
