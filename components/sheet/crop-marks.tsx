interface CropMarksProps {
	pageMm: readonly [number, number];
	bleedMm: number;
	/** From the edge of what is printed on to the page. */
	insetMm: number;
}

/** How long a mark is, and how far it stays from what bleeds. Millimetres. */
const lengthMm = 5;
const awayMm = 1;

/** 裁切线: two strokes at each corner, on the lines along which the page is cut, outside of what bleeds. */
export function CropMarks({ pageMm: [width, height], bleedMm, insetMm }: CropMarksProps) {
	const [left, top] = [insetMm, insetMm];
	const [right, bottom] = [left + width, top + height];
	const near = bleedMm + awayMm;
	const far = near + lengthMm;
	const strokes = [left, right].flatMap((x) =>
		[top, bottom].map((y) => {
			const [outX, outY] = [x === left ? -1 : 1, y === top ? -1 : 1];
			return `M${x} ${y + outY * near}V${y + outY * far}M${x + outX * near} ${y}H${x + outX * far}`;
		}),
	);
	const size = [width + 2 * insetMm, height + 2 * insetMm];
	return (
		<svg
			className="crop-marks"
			viewBox={`0 0 ${size.join(' ')}`}
			width={`${size[0]}mm`}
			height={`${size[1]}mm`}
			aria-hidden="true"
		>
			<path d={strokes.join('')} fill="none" stroke="#000" strokeWidth="0.1" />
		</svg>
	);
}
