import { shiftDeadline } from '@/lib/edition/plan/deadline';
import type { EditionModel } from '@/lib/edition/plan/read';
import { dayAndTime, isoToDate } from '@/lib/time';
import styles from './plan-form.module.css';

/** What the new edition takes over from another: its pages with their sections, deadlines and slots. */
export function ModelPages({ model, date }: { model: EditionModel; date: string }) {
	return (
		<>
			<ol className={styles.model} aria-label="照这一期建的版面">
				{model.pages.map((page, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the order
					<li key={index}>
						<span className={styles.no}>{index + 1}版</span> {page.name}
						<span className={styles.facts}>{factsOf(page, model.date, date)}</span>
					</li>
				))}
			</ol>
			<p className={styles.hint}>稿件不带过来；付印时间按日期顺延，钟点不变。</p>
		</>
	);
}

function factsOf({ section, deadline, slots }: EditionModel['pages'][number], from: string, date: string): string {
	const shifted = deadline && isoToDate(date) ? `${dayAndTime(shiftDeadline(deadline, from, date))} 付印` : '';
	return [section, slots > 0 && `${slots} 个稿位`, shifted].filter(Boolean).join(' · ');
}
