import { DeadlineWord } from '@/components/desk/deadline-word';
import { pageStageNames } from '@/lib/edition/page-stage';
import { againstPlan, figure, type PlannedPage, tallyOf } from '@/lib/edition/plan/plan';
import { clockTime, dayAndTime, dayOf } from '@/lib/time';
import styles from './page-panel.module.css';

interface PageFactsProps {
	page: PlannedPage;
	now: Date;
	/** Whether the edition is still being made. */
	isOpen: boolean;
}

/** Where the page is, in whose hand, and until when. */
export function PageFacts({ page, now, isOpen }: PageFactsProps) {
	const { section, stage, holder, deadline } = page;
	if (!isOpen) return section ? <p className={styles.facts}>{section}</p> : null;
	return (
		<p className={styles.facts}>
			{section && <span>{section}</span>}
			<span className={styles.stage}>{pageStageNames[stage]}</span>
			<span>{holder ? `${holder.name}负责` : '没有人负责'}</span>
			{deadline && (
				<span title={dayAndTime(deadline)}>
					{dayOf(deadline) === dayOf(now) ? clockTime(deadline) : dayAndTime(deadline).slice(5)} 付印
				</span>
			)}
			{deadline && stage !== 'locked' && <DeadlineWord deadline={deadline} now={now} />}
		</p>
	);
}

/** The page's 字 against what was planned and against what it holds. */
export function Fill({ page }: { page: PlannedPage }) {
	const { words, planned, slots, free } = tallyOf([page]);
	const share = Math.min(100, Math.round((words / page.capacity) * 100));
	return (
		<p className={styles.fill}>
			<svg className={styles.bar} width="64" height="6" aria-hidden="true">
				<rect width="64" height="6" className={styles.room} />
				<rect width={`${share}%`} height="6" className={styles.full} />
			</svg>
			<span title="版心全排正文可容的字数；标题和图片也要占地方，放不放得下以版样为准">
				{figure(words)} 字，版心可排 {figure(page.capacity)} 字
			</span>
			{slots > 0 && (
				<span>
					计划 {figure(planned)} 字，{againstPlan(words, planned)}
					{free > 0 && `；空着 ${free} 个稿位`}
				</span>
			)}
		</p>
	);
}
