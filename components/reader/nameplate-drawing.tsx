import { nameplatePath, nameplateViewBox } from './nameplate';

/** The name that the drawing spells; another paper's stands in type until it has a drawing of its own. */
const drawnName = '澄湖日报';

/** Whether the name stands in type. */
export function isTyped(name: string): boolean {
	return name !== drawnName;
}

/** 报头: the paper's name in the ink of the page. */
export function Nameplate({ name }: { name: string }) {
	if (isTyped(name)) return <span className="nameplate-type">{name}</span>;
	return (
		<svg className="nameplate" viewBox={nameplateViewBox} role="img" aria-label={name}>
			<path d={nameplatePath} fill="currentColor" />
		</svg>
	);
}
