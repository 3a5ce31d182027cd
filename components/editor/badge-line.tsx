import type { Choices } from './choices';
import type { Head } from './head';
import surface from './surface.module.css';

/** Banner and column badge where the paper prints them; they are chosen in 资料. */
export function BadgeLine({ head, choices }: { head: Head; choices: Choices }) {
	const series = choices.series.find((choice) => choice.id === head.seriesId);
	const column = choices.columns.find((choice) => choice.id === head.columnId);
	return (
		<>
			{series && <p className={surface.banner}>{series.name}</p>}
			{column && <p className={surface.badge}>{column.name}</p>}
		</>
	);
}
