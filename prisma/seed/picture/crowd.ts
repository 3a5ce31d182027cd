import { type Figure, footShadow, type Joints, passer, person, reading, standing, walking } from './people';
import { type Canvas, polygon, pts } from './svg';

type Mark = ReturnType<Canvas['symbol']>;

const holdPaper = ({ rightHand: [x, y] }: Joints): string =>
	polygon(pts(x - 1, y - 9, x + 8, y - 7, x + 6, y + 4, x - 3, y + 2), '#f4f1e4');

/** People of a dozen kinds, each drawn once to be used again and again. */
export function kindsOf(canvas: Canvas, views: readonly Figure['view'][]): Mark[] {
	const { random } = canvas;
	return Array.from({ length: 13 }, (_, i) => {
		const view = views[i % views.length] ?? 'back';
		const pose = view === 'side' ? random.pick([walking, standing, reading]) : standing;
		const sheet = view === 'side' && random.chance(0.5) ? { extra: holdPaper } : {};
		return canvas.symbol(person({ ...passer(random, view, pose), ...sheet }));
	});
}

export function crowd(canvas: Canvas, kinds: readonly Mark[], count: number, base: number, height: number): string {
	const { random } = canvas;
	return Array.from({ length: count }, (_, i) => {
		const x = ((i + 0.5) / count) * 1640 - 70 + random.between(-22, 22);
		const y = base + random.between(-14, 16);
		const tall = height * random.between(0.92, 1.04);
		const scale = `${random.chance(0.5) ? '-' : ''}${(tall / 100).toFixed(2)} ${(tall / 100).toFixed(2)}`;
		const kind = kinds[(i * 7 + count) % kinds.length];
		return {
			y,
			mark:
				footShadow(x, y, tall) +
				(kind?.({ transform: `translate(${Math.round(x)} ${Math.round(y)}) scale(${scale})` }) ?? ''),
		};
	})
		.sort((a, b) => a.y - b.y)
		.map(({ mark }) => mark)
		.join('');
}
