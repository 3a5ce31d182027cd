import {
	type Canvas,
	ellipse,
	group,
	line,
	type Point,
	path,
	polyData,
	polygon,
	pts,
	rect,
	rectData,
	smoothData,
	stroke,
	strokes,
} from './svg';

/** A roof whose eaves turn up at both ends 飞檐: `half` from the middle to the eave, standing on (0, 0), `rise` high. */
export function sweptRoof(half: number, rise: number, ridgeHalf: number, upturn: number): string {
	const right: Point[] = pts(
		ridgeHalf,
		-rise,
		ridgeHalf + (half - ridgeHalf) * 0.45,
		-rise * 0.42,
		half * 0.9,
		-rise * 0.06,
		half,
		-upturn,
	);
	const mirror = right.map(([x, y]): Point => [-x, y]).reverse();
	const under: Point[] = pts(
		half * 0.93,
		rise * 0.1,
		half * 0.6,
		rise * 0.16,
		-half * 0.6,
		rise * 0.16,
		-half * 0.93,
		rise * 0.1,
	);
	return `${smoothData(mirror, false)}L${polyData(right.slice(0, 1), false).slice(1)}${smoothData(right, false).replace(/^M/, 'L')}${polyData(under, false).replace(/^M/, 'L')}z`;
}

/** A seven-storeyed pagoda standing on (0, 0), `height` to the tip of its spire. */
export function pagoda(
	canvas: Canvas,
	height: number,
	roof: string,
	wall: string,
	storeys = 7,
): ReturnType<Canvas['symbol']> {
	const step = (height * 0.82) / storeys;
	const parts: string[] = [rect(-step * 1.15, -step * 0.2, step * 2.3, step * 0.22, roof)];
	for (let i = 0; i < storeys; i++) {
		const half = step * (0.82 - i * 0.06);
		const y = -step * 0.15 - i * step;
		parts.push(rect(-half, y - step * 0.72, half * 2, step * 0.74, wall));
		parts.push(path(rectData(-half * 0.2, y - step * 0.55, half * 0.4, step * 0.5), roof));
		parts.push(
			group(
				{ transform: `translate(0 ${Math.round(y - step * 0.66)})` },
				path(sweptRoof(half * 1.5, step * 0.36, half * 0.85, step * 0.12), roof),
			),
		);
	}
	const top = -step * 0.2 - storeys * step;
	parts.push(polygon(pts(-step * 0.14, top + step * 0.1, 0, -height, step * 0.14, top + step * 0.1), roof));
	parts.push(path(`M0 ${top - step * 0.1}V${-height}`, stroke(roof, step * 0.06)));
	return canvas.symbol(...parts);
}

/** A floor or ceiling that runs to a vanishing point: seams across and along. */
export function receding(
	from: readonly [Point, Point],
	to: readonly [Point, Point],
	along: number,
	across: number,
	colour: string,
	width: number,
): string {
	const mix = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
	const lengthwise = Array.from({ length: along + 1 }, (_, i): Point[] => [
		mix(from[0], from[1], i / along),
		mix(to[0], to[1], i / along),
	]);
	const crosswise = Array.from({ length: across }, (_, i): Point[] => {
		const t = 1 / (1 + (across - i) * 0.42);
		return [mix(from[0], to[0], t), mix(from[1], to[1], t)];
	});
	return strokes([...lengthwise, ...crosswise], colour, width, { opacity: 0.6 });
}

export function lantern(x: number, y: number, r: number): string {
	return (
		line(
			[
				[x, y - r * 2],
				[x, y],
			],
			'#3a2a22',
			Math.max(1, r * 0.08),
		) +
		ellipse(x, y + r * 0.9, r * 0.95, r, '#a3231b') +
		ellipse(x - r * 0.2, y + r * 0.85, r * 0.42, r * 0.86, { fill: '#d4553c', opacity: 0.8 }) +
		rect(x - r * 0.45, y - r * 0.16, r * 0.9, r * 0.2, '#c79a4a') +
		rect(x - r * 0.45, y + r * 1.78, r * 0.9, r * 0.18, '#c79a4a') +
		line(
			[
				[x, y + r * 1.9],
				[x, y + r * 2.7],
			],
			'#c79a4a',
			Math.max(1, r * 0.12),
		)
	);
}
