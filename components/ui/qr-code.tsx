import { encode } from 'uqr';

interface QrCodeProps {
	text: string;
	/** What a camera finds in it, for those who do not see it. */
	label: string;
	className?: string;
}

/** Modules of white around it that a camera needs. */
const quiet = 4;

/** A text as a drawing for cameras: dark on white in any theme. */
export function QrCode({ text, label, className }: QrCodeProps) {
	const { data, size } = encode(text, { ecc: 'M', border: quiet });
	return (
		<svg
			className={className}
			viewBox={`0 0 ${size} ${size}`}
			role="img"
			aria-label={label}
			shapeRendering="crispEdges"
		>
			<rect width={size} height={size} fill="#fff" />
			<path d={data.map(rowPath).join('')} fill="#000" />
		</svg>
	);
}

/** One rectangle for each run of dark modules. */
function rowPath(row: readonly boolean[], y: number): string {
	let path = '';
	for (let x = 0; x < row.length; x++) {
		if (!row[x]) continue;
		const from = x;
		while (row[x + 1]) x++;
		path += `M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`;
	}
	return path;
}
